import { expect, test } from 'vitest'
import { forgetPerson, onPersonChange } from './person-change'

test('calls everything that was registered, at every change', () => {
  const calls: string[] = []
  onPersonChange(() => calls.push('one'))
  onPersonChange(() => calls.push('two'))
  forgetPerson()
  forgetPerson()
  expect(calls).toEqual(['one', 'two', 'one', 'two'])
})
