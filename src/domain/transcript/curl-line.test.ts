import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { curlLine } from './curl-line'
import type { SentCall } from '@/api/transcript'

const sent: SentCall = {
  operation: 'getPlant',
  method: 'GET',
  url: 'https://api.example/api/v1/plants/1?limit=20&page=1',
  headers: [['accept', 'application/json']],
  body: undefined,
  isBodyLeftOut: false,
}

/** Runs a line in a shell in which curl prints its arguments, and returns them. */
function argumentsOf(over: Partial<SentCall>): string[] {
  const script = `curl() { printf '%s\\0' "$@"; }\n${curlLine({ ...sent, ...over })}`
  const env = { ACCESS_TOKEN: 'the token', BODY: '{"a":1}' }
  return execFileSync('bash', ['-c', script], {
    env,
    encoding: 'utf8',
    // With a socket as its input, bash would read a user’s profile.
    stdio: ['ignore', 'pipe', 'pipe'],
  })
    .split('\0')
    .slice(0, -1)
}

it('reads with the token of the shell', () => {
  expect(argumentsOf({})).toEqual([
    '-sS',
    '-H',
    'Authorization: Bearer the token',
    '-H',
    'accept: application/json',
    sent.url,
  ])
})

it.each([
  '{"name":"FVE „Žatec“ & co. $(id) `id`"}',
  '{"note":"it\'s\\nfine"}',
  '@/etc/passwd',
  '{}',
])('sends the body %s as it was', (body) => {
  const args = argumentsOf({ method: 'POST', body })
  expect(args.slice(0, 3)).toEqual(['-sS', '-X', 'POST'])
  expect(args[args.indexOf('--data-raw') + 1]).toBe(body)
})

it('reads a body that was left out from the shell', () => {
  const args = argumentsOf({ method: 'POST', isBodyLeftOut: true })
  expect(args[args.indexOf('--data-raw') + 1]).toBe('{"a":1}')
})

it('is one line', () => {
  expect(curlLine({ ...sent, method: 'POST', body: '{\n"a":1}' })).not.toContain('\n')
})
