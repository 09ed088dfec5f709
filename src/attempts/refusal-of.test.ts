import { expect, it } from 'vitest'
import { refusalOf } from './refusal-of'
import { ApiError, NotSentError } from '@/api/errors'

const refused = (message: string) =>
  new ApiError('sendCommand', 400, { code: 'BAD_REQUEST', message })

it('keeps the server’s message of a refusal', () => {
  expect(refusalOf(refused('Unknown action')).refusal).toContain('Unknown action')
})

it('cuts a long message', () => {
  expect(refusalOf(refused('x'.repeat(9_000))).refusal).toHaveLength(500)
})

it.each([new NotSentError('offline'), new TypeError('Failed to fetch')])(
  'has nothing to keep of an error that refuses nothing: %s',
  (error) => {
    expect(refusalOf(error)).toEqual({})
  },
)
