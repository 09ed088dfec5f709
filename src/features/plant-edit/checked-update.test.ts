import { expect, it } from 'vitest'
import { checkedUpdate } from './checked-update'
import { NotSentError } from '@/api/errors'

it('returns valid changes', () => {
  expect(checkedUpdate({ name: 'FVE Brno' })).toMatchObject({ name: 'FVE Brno' })
})

it('rejects invalid changes, and names their fields', () => {
  const refused = () => checkedUpdate({ name: '' })
  expect(refused).toThrow(NotSentError)
  expect(refused).toThrow('invalid: name')
})
