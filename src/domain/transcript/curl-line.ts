import type { SentCall } from '@/api/transcript'
import { quoted } from '@/lib/shell-word'

/**
 * Returns a call as a line for curl in a POSIX shell, with the token in `$ACCESS_TOKEN`. A body that was left out is read from
 * `$BODY`. The idempotency key is the same, so that a server that knows it doesn't do a change twice.
 */
export function curlLine({ method, url, headers, body, isBodyLeftOut }: SentCall): string {
  const given = body === undefined ? undefined : quoted(body)
  const data = isBodyLeftOut ? '"$BODY"' : given
  return [
    'curl -sS',
    ...(method === 'GET' ? [] : [`-X ${method}`]),
    '-H "Authorization: Bearer $ACCESS_TOKEN"',
    ...headers.map(([name, value]) => `-H ${quoted(`${name}: ${value}`)}`),
    ...(data === undefined ? [] : [`--data-raw ${data}`]),
    quoted(url),
  ].join(' ')
}
