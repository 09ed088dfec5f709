import { expect, test } from 'vitest'
import { areAccountsAbsent, isAccountMissing } from './accounts-absent'
import { ApiError, ContractError, TransportError } from '@/api/errors'

const answered = (status: number, code?: string) =>
  new ApiError('listAccounts', status, code === undefined ? {} : { code })

test.each([
  [answered(404), true],
  [answered(404, 'NOT_FOUND'), true],
  [answered(405, 'METHOD_NOT_ALLOWED'), true],
  [answered(501), true],
  [new ContractError('listAccounts', 'the response is not JSON'), true],
  [answered(403, 'FORBIDDEN'), false],
  [answered(429), false],
  [answered(502), false],
  [new TransportError('listAccounts', 'timeout'), false],
])('%s: %s', (error, isAbsent) => {
  expect(areAccountsAbsent(error)).toBe(isAbsent)
})

test.each([
  [answered(404, 'NOT_FOUND'), true],
  [answered(400, 'INVALID_UUID'), true],
  [answered(404), false],
  [answered(400, 'BAD_REQUEST'), false],
  [answered(500, 'INTERNAL_SERVER_ERROR'), false],
  [new ContractError('getAccount', 'the response is not JSON'), false],
])('of one account, %s says that it is missing: %s', (error, isMissing) => {
  expect(isAccountMissing(error)).toBe(isMissing)
})
