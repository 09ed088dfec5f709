import { StorageFullError } from '#sandbox/platform/database/storage'

/**
 * Logs an error that no one expected, with its stack; one line for a client that closes its connection in the middle
 * of a request, which the platform did not cause. A full disk has been logged by the storage.
 */
export function logFailure(error: unknown, request?: { method: string; url: string }): void {
  if (error instanceof StorageFullError) return
  const isAborted = error instanceof Error && 'code' in error && error.code === 'ECONNRESET'
  if (!isAborted || !request) return console.error(error)
  // The parsed path is percent-encoded, so it cannot forge lines.
  const { pathname } = new URL(request.url)
  console.error(
    `${request.method} ${pathname}: the client closed the connection before the body ended`,
  )
}
