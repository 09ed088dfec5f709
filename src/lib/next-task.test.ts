import { expect, it } from 'vitest'
import { nextTask } from './next-task'

it('lets everything run that is due in this task', async () => {
  const order: string[] = []
  const later = nextTask().then(() => order.push('later'))
  for (let turns = 0; turns < 5; turns += 1) await Promise.resolve()
  order.push('now')
  await later
  expect(order).toEqual(['now', 'later'])
})
