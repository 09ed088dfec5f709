import { ApiError, ContractError } from '@/api/errors'

/** Statuses of a path or method that the backend doesn't have. */
const missingStatuses = new Set([404, 405, 501])

/**
 * Returns true when a failed read of the accounts means that the backend has no such endpoints: they are an addition to the
 * Plants API. A page of HTML with status 200 comes from a server that sends its start page for unknown paths.
 */
export function areAccountsAbsent(error: unknown): boolean {
  if (error instanceof ContractError) return true
  return error instanceof ApiError && missingStatuses.has(error.status)
}

/**
 * Returns true when the API says that one account doesn't exist. A backend without accounts may say the same of every path:
 * then its list is missing, too.
 */
export function isAccountMissing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false
  return (error.status === 404 && error.code !== undefined) || error.code === 'INVALID_UUID'
}
