// Runs the commands of the API reference as a reader would, in a shell.
import { execFile, spawnSync } from 'node:child_process'
import { promisify } from 'node:util'
import { beforeEach, describe, expect, test } from 'vitest'
import { clientSuite } from '#sandbox/proof/testing/client-suite'

const suite = clientSuite()
const hasPrograms = ['curl', 'openssl', 'bash'].every(
  (program) => spawnSync(program, ['--version']).error === undefined,
)
/** In the order of the page. */
const names = [
  'byPassword',
  'byCredentials',
  'beginRedirect',
  'endRedirect',
  'read',
  'renew',
] as const
let commands: Record<(typeof names)[number], string>

beforeEach(async () => {
  const { text } = await suite.client.send('GET', '/docs/')
  const shown = [...text.matchAll(/<pre[^>]*>([^<]*)<\/pre>/g)].map(([, command = '']) =>
    command
      .replaceAll(/&#(\d+);/g, (_all, code) => String.fromCodePoint(Number(code)))
      .replaceAll('{origin}', suite.client.url),
  )
  expect(shown).toHaveLength(names.length)
  commands = Object.fromEntries(
    names.map((name, index) => [name, shown[index] ?? '']),
  ) as typeof commands
})

async function run(command: string, variables: Record<string, string> = {}): Promise<string> {
  const env = { ...process.env, ...variables }
  const { stdout } = await promisify(execFile)('bash', ['-ec', command], { env })
  return stdout
}

async function tokens(command: string, variables?: Record<string, string>) {
  const answer = JSON.parse(await run(command, variables)) as Record<string, string>
  expect(answer).toMatchObject({ token_type: 'Bearer' })
  return { ACCESS_TOKEN: answer.access_token ?? '', REFRESH_TOKEN: answer.refresh_token ?? '' }
}

describe.skipIf(!hasPrograms)('the commands of the API reference', () => {
  test('request a token with a password, use it and renew it', async () => {
    const issued = await tokens(commands.byPassword)
    expect(JSON.parse(await run(commands.read, issued))).toMatchObject({ meta: { limit: 5 } })
    const renewed = await tokens(commands.renew, issued)
    expect(renewed.REFRESH_TOKEN).not.toBe(issued.REFRESH_TOKEN)
  })

  test('request a token with API credentials', async () => {
    const created = await suite.api('POST', '/users', {
      body: { username: `p-${crypto.randomUUID()}`, password: 'x'.repeat(12), role: 'support' },
    })
    const { json } = await suite.api('POST', `/users/${String(created.json.id)}/api-credentials`)
    const issued = await tokens(commands.byCredentials, {
      CLIENT_ID: String(json.clientId),
      CLIENT_SECRET: String(json.clientSecret),
      CLIENT_USERNAME: String(json.clientUsername),
      CLIENT_PASSWORD: String(json.clientPassword),
    })
    expect(JSON.parse(await run(commands.read, issued))).toHaveProperty('data')
  })

  test('request a token by redirect', async () => {
    const output = await run(`${commands.beginRedirect}\necho "$VERIFIER $REDIRECT"`)
    const [address = '', rest = ''] = output.trim().split('\n')
    const [VERIFIER = '', REDIRECT = ''] = rest.split(' ')
    // The page's form sends its query back with what the user filled in.
    const form = new URL(address).searchParams
    form.set('username', suite.organization.users.operator.username)
    form.set('password', suite.organization.users.operator.password)
    const answered = await fetch(new URL(address).origin + new URL(address).pathname, {
      method: 'POST',
      body: form,
      redirect: 'manual',
    })
    const CODE = new URL(answered.headers.get('location') ?? '').searchParams.get('code') ?? ''
    await tokens(commands.endRedirect, { VERIFIER, REDIRECT, CODE })
  })
})

test('the document names the endpoint that the page authorizes at', async () => {
  const { json } = await suite.client.send('GET', '/openapi.json')
  const { securitySchemes } = json.components as {
    securitySchemes: { password: { flows: { password: { tokenUrl: string } } } }
  }
  const { tokenUrl } = securitySchemes.password.flows.password
  const answer = await suite.client.form(`/${tokenUrl}`, {})
  // Without a client, the endpoint refuses in its own words.
  expect(answer.json.error).toBe('invalid_client')
  expect(json.security).toEqual([{ password: [] }, { bearer: [] }])
})
