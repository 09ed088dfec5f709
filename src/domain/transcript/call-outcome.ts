import type { CallEnd } from '@/api/transcript'

const problems: Record<NonNullable<CallEnd['problem']>, string> = {
  network: 'No connection',
  timeout: 'No response in time',
  cancelled: 'Cancelled',
}

/** Returns the HTTP status of a call, or why it has none. */
export function outcomeText({ status, problem = 'cancelled' }: CallEnd): string {
  return status === undefined ? problems[problem] : String(status)
}
