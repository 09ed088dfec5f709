import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ApiClient } from '#sandbox/proof/testing/api-client'
import { type TestPlatform, startTestPlatform } from '#sandbox/proof/testing/test-platform'
import { liftMembers } from '@/lib/json-text'
import { anyText, fc, isWellFormed } from '@/lib/test-properties'

let platform: TestPlatform
let client: ApiClient
let token: string
let aheadMs = 0

beforeAll(async () => {
  platform = await startTestPlatform({ now: () => new Date(Date.now() + aheadMs) })
  client = platform.client()
  const { users } = await client.organization({ plants: 80 })
  token = await client.signIn(users.admin)
})
afterAll(() => platform.stop())

let serial = 0
function bodyWith(metadata: string, name = 'Plant'): string {
  serial += 1
  return `{"name":${JSON.stringify(name)},"serialNumber":"W-${serial}","type":"GATEWAY","metadata":${metadata}}`
}

function metadataOf(text: string): unknown {
  return JSON.parse(liftMembers(text, ['metadata'])).metadata
}

async function create(): Promise<string> {
  const { json } = await client.api('POST', '/plants', { token, body: bodyWith('{}') })
  return String(json.id)
}

describe('keeps the text of metadata', () => {
  test.each([
    '{"n":9007199254740993,"e":1e400,"d":1.10}',
    '{"a":1,"a":2}',
    '{"__proto__":{"x":1},"constructor":null}',
    '{ "10": 1,\n\t"2":  2 }',
    '{"s":"\\u017e \\ud83d\\ude00 ž 😀"}',
  ])('%s', async (metadata) => {
    const created = await client.api('POST', '/plants', { token, body: bodyWith(metadata) })
    expect(metadataOf(created.text)).toBe(metadata)
    const read = await client.api('GET', `/plants/${created.json.id}`, { token })
    expect(metadataOf(read.text)).toBe(metadata)
    const list = await client.api('GET', '/plants?limit=1', { token })
    expect(list.text).toContain(`"metadata":${metadata}`)
  })

  test.each(['1', '"{}"', '[]', 'null', 'true'])('refuses %s as metadata', async (metadata) => {
    const { status } = await client.api('POST', '/plants', { token, body: bodyWith(metadata) })
    expect(status).toBe(400)
  })

  test('returns any storable name unchanged', async () => {
    const { users } = await client.organization()
    const own = await client.signIn(users.admin)
    const name = anyText({ minLength: 1, maxLength: 40 }).filter(
      (text) => isWellFormed(text) && !text.includes('\0'),
    )
    await fc.assert(
      fc.asyncProperty(name, async (text) => {
        const body = bodyWith('{}', text)
        const { json } = await client.api('POST', '/plants', { token: own, body })
        expect(json.name).toBe(text)
      }),
      { examples: [['"\\\u2028\u007f\u001f'], ['<script>\u202e']] },
    )
  })
})

describe('refuses text that the database would truncate or change', () => {
  test.each(['a\0b', '\0', 'a\ud800', '\udc00b'])('%j', async (text) => {
    const detail = (name: string) => expect.stringMatching(`^${name}: .*U\\+0000`)
    const named = await client.api('POST', '/plants', { token, body: bodyWith('{}', text) })
    expect([named.status, named.json.code]).toEqual([400, 'VALIDATION_ERROR'])
    expect(named.json.details).toEqual([detail('name')])
    const body = { name: 'Plant', serialNumber: text, type: 'SENSOR' }
    const numbered = await client.api('POST', '/plants', { token, body })
    expect([numbered.status, numbered.json.code]).toEqual([400, 'VALIDATION_ERROR'])
    const id = await create()
    for (const field of ['name', 'serialNumber', 'externalPlantId']) {
      const change = { token, body: { [field]: text } }
      const { status, json } = await client.api('PATCH', `/plants/${id}`, change)
      expect([status, json.code, json.details]).toEqual([400, 'BAD_REQUEST', [detail(field)]])
    }
    const rows = { body: { rows: [{ name: text }] } }
    expect((await client.send('POST', '/_test/organizations', rows)).status).toBe(400)
  })
})

describe('update', () => {
  test('keeps absent fields, including authMethod', async () => {
    const id = await create()
    await client.api('PATCH', `/plants/${id}`, { token, body: { authMethod: 'TOKEN' } })
    const { json } = await client.api('PATCH', `/plants/${id}`, { token, body: { name: 'Other' } })
    expect(json).toMatchObject({
      name: 'Other',
      authMethod: 'TOKEN',
      type: 'GATEWAY',
      metadata: {},
    })
  })

  test('unlinks the ESM and the template with null', async () => {
    const id = await create()
    const list = await client.api('GET', '/plants?limit=100', { token })
    const templateId = (list.json.data as { templateId: string | null }[]).find(
      (plant) => plant.templateId !== null,
    )?.templateId
    const link = { externalPlantId: 'VELVARY-MAIN', templateId }
    const linked = await client.api('PATCH', `/plants/${id}`, { token, body: link })
    expect(linked.json).toMatchObject({ templateId, template: { id: templateId, level: 'PLANT' } })
    const none = { externalPlantId: null, templateId: null }
    const unlinked = await client.api('PATCH', `/plants/${id}`, { token, body: none })
    expect(unlinked.json).toMatchObject({ templateId: null, template: null })
    const { json } = await client.api('GET', `/plants/${id}`, { token })
    expect(json.externalPlantId).toBe(null)
  })

  test('changes only updatedAt for an empty body', async () => {
    const id = await create()
    const before = (await client.api('GET', `/plants/${id}`, { token })).json
    aheadMs += 5
    await client.api('PATCH', `/plants/${id}`, { token, body: {} })
    const after = (await client.api('GET', `/plants/${id}`, { token })).json
    expect(after).toEqual({ ...before, updatedAt: after.updatedAt })
    expect(String(after.updatedAt) > String(before.updatedAt)).toBe(true)
  })
})

describe('idempotency', () => {
  const keyed = (key: string, body: unknown) =>
    client.api('POST', '/plants', { token, body, headers: { 'idempotency-key': key } })

  test('returns the first response for the same key, without a second effect', async () => {
    const body = bodyWith('{"n":9007199254740993}')
    const first = await keyed('k1', body)
    const again = await keyed('k1', body)
    expect([again.status, again.text]).toEqual([201, first.text])
    expect(again.headers.get('idempotency-replayed')).toBe('true')
  })

  test('runs ten parallel requests with one key once', async () => {
    const body = bodyWith('{}')
    const responses = await Promise.all(Array.from({ length: 10 }, () => keyed('k2', body)))
    expect(new Set(responses.map(({ text }) => text)).size).toBe(1)
    expect(responses.every(({ status }) => status === 201)).toBe(true)
  })

  test('refuses another request with the same key', async () => {
    await keyed('k3', bodyWith('{}'))
    const other = await keyed('k3', bodyWith('{}'))
    expect([other.status, other.json.code]).toEqual([409, 'CONFLICT'])
  })

  test('returns 200 for a repeated delete', async () => {
    const id = await create()
    const headers = { 'idempotency-key': 'k4' }
    const remove = () => client.api('DELETE', `/plants/${id}`, { token, headers })
    expect([(await remove()).status, (await remove()).status]).toEqual([200, 200])
  })

  test('does not store a refusal: the same key works after its cause was removed', async () => {
    const id = await create()
    const body = bodyWith('{}').replace(/W-\d+/, 'TAKEN')
    await client.api('PATCH', `/plants/${id}`, { token, body: { serialNumber: 'TAKEN' } })
    expect((await keyed('k5', body)).status).toBe(409)
    await client.api('DELETE', `/plants/${id}`, { token })
    expect((await keyed('k5', body)).status).toBe(201)
  })

  test('keeps the keys of different users separate', async () => {
    const { users } = await client.organization()
    const other = await client.signIn(users.admin)
    const body = bodyWith('{}')
    const headers = { 'idempotency-key': 'k6' }
    const ours = await client.api('POST', '/plants', { token, body, headers })
    const theirs = await client.api('POST', '/plants', { token: other, body, headers })
    expect([theirs.status, theirs.json.id !== ours.json.id]).toEqual([201, true])
  })
})
