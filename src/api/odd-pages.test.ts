import { expect, test } from 'vitest'
import seedExamples from './seed-examples.json'
import { reader } from './test-reader'

const [plant] = seedExamples.listPlants[200].data
const [command] = seedExamples.listCommands[200].data

test.each([undefined, null, {}, 'x', { total: '?' }, { page: 1, limit: 20, total: -1 }])(
  'rows are shown whatever their meta: %j',
  async (broken) => {
    const plants = await (await reader('listPlants'))({ data: [plant], meta: broken })
    expect(plants).toMatchObject({ plants: [{ id: plant?.id }], meta: { hasNext: false } })
    const commands = await (await reader('listCommands'))({ data: [command, null], meta: broken })
    expect(commands).toMatchObject({
      data: [{ id: command?.id }],
      unreadableRows: 1,
      meta: { total: undefined },
    })
  },
)

test('members beyond the contract are kept with the command', async () => {
  const commands = await (
    await reader('listCommands')
  )({ data: [Object.assign({ target: 'BAT-1' }, command)] })
  expect(commands).toMatchObject({ data: [{ others: new Map([['target', 'BAT-1']]) }] })
  const plain = await (await reader('listCommands'))({ data: [command] })
  expect(plain).not.toHaveProperty('data.0.others')
})
