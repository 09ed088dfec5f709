import Libsql from 'libsql'
import { PortTakenError } from './port-taken'
import { DataFolderError } from '#sandbox/platform/database/data-folder-lock'

/**
 * Returns the reason for a failed start if the person who started the platform can fix it (data folder, port, address,
 * disk), or null for a fault of the program, which needs its stack trace.
 */
export function startFailure(error: unknown): string | null {
  if (error instanceof DataFolderError || error instanceof PortTakenError) return error.message
  if (error instanceof Libsql.SqliteError) return `the database cannot be used: ${error.message}`
  const isOfTheSystem = error instanceof Error && 'syscall' in error
  return isOfTheSystem ? error.message : null
}
