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

/** Runs a line in a shell in which curl prints its arguments, and returns them. */
function argumentsOf(label: string, ...given: Parameters<typeof tokenCommands>): string[] {
  const line = tokenCommands(...given).find((command) => command.label === label)?.line ?? ''
  const script = `curl() { printf '%s\\n' "$@"; }\n${line}`
  return execFileSync('sh', ['-c', script], { env: secrets, encoding: 'utf8' })
    .trimEnd()
    .split('\n')
}

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
