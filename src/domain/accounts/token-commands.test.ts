import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { tokenCommands } from './token-commands'

const endpoints = {
  tokenUrl: 'https://id.example.com/oauth2/v1/token',
  apiBaseUrl: 'https://api.example.com/api/v1',
  organizationId: undefined,
}
const secrets = {
  CLIENT_PASSWORD: "p&ss 'word'",
  CLIENT_ID: 'id-1',
  CLIENT_SECRET: 's3cret',
  ACCESS_TOKEN: 'access',
  REFRESH_TOKEN: 'refresh',
}

/** A curl that writes its arguments to file 3, and responds with `$BODY`. */
const fakeCurl = `curl() { printf '%s\\n' "$@" >&3; printf '%s' "$BODY"; }`

/** Runs lines in a shell one after the other; returns curl's arguments. */
function argumentsOf(label: string, ...given: Parameters<typeof tokenCommands>): string[] {
  const script = `${fakeCurl}\nexec 3>&1 >/dev/null\n${lineOf(label, ...given)}`
  return execFileSync('sh', ['-c', script], { env: secrets, encoding: 'utf8' })
    .trimEnd()
    .split('\n')
}

function lineOf(label: string, ...given: Parameters<typeof tokenCommands>): string {
  return tokenCommands(...given).find((command) => command.label === label)?.line ?? ''
}

/** Runs a line that gets `body` as the response; returns what it prints, and the tokens that are then set. */
function afterResponse(label: string, body: string): string[] {
  const show = `printf '%s|%s' "$ACCESS_TOKEN" "$REFRESH_TOKEN"`
  const script = `${fakeCurl}\nexec 3>/dev/null\n${lineOf(label, endpoints, 'ada.api')}\n${show}`
  return execFileSync('sh', ['-c', script], {
    env: { ...secrets, BODY: body },
    encoding: 'utf8',
  }).split('\n')
}

it('lists the requests in the order in which they run', () => {
  expect(tokenCommands(endpoints, 'ada.api').map(({ label }) => label)).toEqual([
    'Enter the secrets',
    'Token request',
    'First call',
    'Refresh request',
  ])
})

it.each([
  ['Token request', '{"access_token":"a.b-c_d","expires_in":600,"refresh_token":"r/1+="}'],
  ['Refresh request', '{\n  "refresh_token" : "r/1+=",\n  "access_token" : "a.b-c_d"\n}'],
])('%s sets the variables and shows no token', (label, body) => {
  expect(afterResponse(label, body)).toEqual(['Tokens set.', 'a.b-c_d|r/1+='])
})

it('keeps the refresh token when a refresh returns none', () => {
  expect(afterResponse('Refresh request', '{"access_token":"new"}')[1]).toBe('new|refresh')
})

it('shows a refusal, after which no earlier token passes for a new one', () => {
  const refusal = '{"error":"invalid_grant"}'
  expect(afterResponse('Token request', refusal)).toEqual([refusal, '|'])
  expect(afterResponse('Refresh request', refusal)).toEqual([refusal, 'access|refresh'])
})

it('asks for a token with all four pieces', () => {
  expect(argumentsOf('Token request', endpoints, 'ada.api')).toEqual([
    '-sS',
    '-u',
    'id-1:s3cret',
    '-d',
    'grant_type=password',
    '--data-urlencode',
    'username=ada.api',
    '--data-urlencode',
    "password=p&ss 'word'",
    endpoints.tokenUrl,
  ])
})

it('refreshes it, and makes a first call with it', () => {
  expect(argumentsOf('Refresh request', endpoints, 'ada.api')).toEqual([
    '-sS',
    '-u',
    'id-1:s3cret',
    '-d',
    'grant_type=refresh_token',
    '--data-urlencode',
    'refresh_token=refresh',
    endpoints.tokenUrl,
  ])
  expect(argumentsOf('First call', { ...endpoints, organizationId: 'org 1' }, 'ada')).toEqual([
    '-sS',
    '-H',
    'Authorization: Bearer access',
    '-H',
    'x-org-id: org 1',
    `${endpoints.apiBaseUrl}/plants?limit=1`,
  ])
})

it('keeps a hostile username one word', () => {
  const hostile = "a'; rm -rf ~; $(id) `id`"
  expect(argumentsOf('Token request', endpoints, hostile)).toContain(`username=${hostile}`)
})

it('reads the secrets from the keyboard in one line, so that it can be pasted', () => {
  const [enter] = tokenCommands(endpoints, 'ada.api')
  expect(enter?.line).not.toContain('\n')
  const script = `stty() { :; }; ${enter?.line}; printf '\\n%s|%s|%s' "$CLIENT_PASSWORD" "$CLIENT_ID" "$CLIENT_SECRET"`
  const output = execFileSync('sh', ['-c', script], { input: 'a b\n\\c\nd\n', encoding: 'utf8' })
  expect(output.split('\n').at(-1)).toBe('a b|\\c|d')
})
