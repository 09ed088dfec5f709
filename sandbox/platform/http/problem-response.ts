import type { Context } from 'hono'
import { ApiProblem } from './api-problem'
import { jsonResponse } from './json-response'
import { logFailure } from '#sandbox/platform/cli/log-failure'
import { StorageFullError } from '#sandbox/platform/database/storage'

/** Responds to an error of a handler with the envelope; an unexpected one is logged and becomes a 500 without details. */
export function problemResponse(error: unknown, c: Context): Promise<Response> {
  const problem = error instanceof ApiProblem ? error : unexpectedProblem(error, c)
  const accepted = c.req.header('accept-encoding')
  return jsonResponse(problem.status, problem.envelope(), accepted, problem.headers)
}

function unexpectedProblem(error: unknown, c: Context): ApiProblem {
  logFailure(error, c.req)
  return error instanceof StorageFullError
    ? new ApiProblem('SERVICE_UNAVAILABLE', error.message)
    : new ApiProblem('INTERNAL_SERVER_ERROR', 'Internal server error')
}
