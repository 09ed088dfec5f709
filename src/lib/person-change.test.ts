import { expect, test } from 'vitest'
import { forgetPerson, onPersonChange } from './person-change'

test('calls every registered function at every change of user', () => {
  const calls: string[] = []
  onPersonChange(() => calls.push('one'))
  onPersonChange(() => calls.push('two'))
  forgetPerson()
  forgetPerson()
  expect(calls).toEqual(['one', 'two', 'one', 'two'])
})
