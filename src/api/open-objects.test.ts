// Metadata and payloads belong to the user: reading and writing must not change a byte.
import { expect, onTestFinished, test } from 'vitest'
import { type Command, commandQueries } from './commands'
import { createPlant, updatePlant } from './plant-mutations'
import { plantQueries } from './plants'
import { createQueryClient } from './query-client'
import seedExamples from './seed-examples.json'
import { sendCommand } from './send-command'
import { mutate, runOperation } from './test-operations'
import { pointClientAt, respondWith, startServer } from './test-server'
import { fc } from '@/lib/test-properties'

const hostile = [
  '{"n":9007199254740993,"e":1e400,"f":0.1000000000000000055511151231257827}',
  '{ "a" : 1,\n"a":2 , "10":0,"2":0 }',
  '{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"x":1}},"toString":1}',
  '{"\\u0000":"\\ud800","text":"}{][\\\\\\"","metadata":{"metadata":{}}}',
  '{"deep":[[[[{"a":[{}]}]]]]}',
  '{}',
]

/** Returns an example with one member given as its source text. */
function withText(row: object, name: string, text: string): string {
  const { [name]: _, ...rest } = row as Record<string, unknown>
  return `{${JSON.stringify(name)} : ${text} ,${JSON.stringify(rest).slice(1)}`
}

/** Starts a server that responds to every request with the last text that was set. */
async function startText() {
  const served = { text: '' }
  const server = await startServer((response) => respondWith(response, 200, served.text))
  pointClientAt(server.url)
  const client = createQueryClient()
  onTestFinished(() => client.clear())
  return { served, server, client }
}

const detail = seedExamples.getPlant[200]
const [plant] = seedExamples.listPlants[200].data
const [command] = seedExamples.listCommands[200].data
const meta = JSON.stringify({ page: 1, limit: 20, total: 1, totalPages: 1 })

test.each(hostile)('metadata %s is read exactly as written', async (text) => {
  const { served, client } = await startText()
  served.text = withText(detail, 'metadata', text)
  const found = await client.query(plantQueries.detail('a'))
  expect(found.metadata).toBe(text)
  served.text = `{"data":[${withText(plant ?? {}, 'metadata', text)}],"meta":${meta}}`
  const { plants } = await client.query(plantQueries.list({ page: 1, limit: 20 }))
  expect(plants.map(({ metadata }) => metadata)).toEqual([text])
})

test.each(hostile)('payload and response %s are read exactly as written', async (text) => {
  const { served, client } = await startText()
  const row = withText(command ?? {}, 'payload', text).replace(
    '"response":{}',
    `"response":${text}`,
  )
  served.text = `{"data":[${row}],"meta":${meta}}`
  const { data } = await client.query(commandQueries.list('a', { page: 1, limit: 20 }))
  const [read]: (Command | undefined)[] = data
  expect([read?.payload, read?.response]).toEqual([text, text])
})

test.each(hostile)('%s is sent exactly as typed', async (text) => {
  const { served, server, client } = await startText()
  served.text = withText(detail, 'metadata', text)
  const body = { name: 'n', serialNumber: 's', type: 'SENSOR', metadata: text } as const
  const created = await mutate(client, createPlant, body)
  expect(created.metadata).toBe(text)
  await mutate(client, updatePlant, { plantId: 'a', changes: { metadata: text } })
  served.text = withText(command ?? {}, 'payload', text)
  const sent = await mutate(client, sendCommand, {
    plantId: 'a',
    targetKey: 'target',
    notAfterMs: Infinity,
    body: { command: 'reboot', payload: text, target: 'INV1' },
  })
  expect(sent.payload).toBe(text)
  expect(server.received.map((request) => request.body)).toEqual([
    `{"name":"n","serialNumber":"s","type":"SENSOR","metadata":${text}}`,
    `{"metadata":${text}}`,
    `{"command":"reboot","target":"INV1","payload":${text}}`,
  ])
})

test('any JSON object is read byte for byte', async () => {
  const { served, client } = await startText()
  const object = fc.dictionary(fc.string(), fc.jsonValue()).map((value) => JSON.stringify(value))
  await fc.assert(
    fc.asyncProperty(object, async (text) => {
      client.clear()
      served.text = withText(detail, 'metadata', text)
      expect((await client.query(plantQueries.detail('a'))).metadata).toBe(text)
    }),
  )
})

test.each(['"text"', '[1]', '5', 'true'])(
  'metadata that is not an object (%s) becomes null, and the plant is kept',
  async (text) => {
    const { served, client } = await startText()
    served.text = withText(detail, 'metadata', text)
    expect(await client.query(plantQueries.detail('a'))).toMatchObject({
      metadata: null,
      id: detail.id,
    })
  },
)

test('ten megabytes of metadata are read', async () => {
  const { served, client } = await startText()
  const text = `{"blob":"${'\\"x'.repeat(3_500_000)}"}`
  served.text = withText(detail, 'metadata', text)
  expect((await client.query(plantQueries.detail('a'))).metadata?.length).toBe(text.length)
})

test('a refetch replaces metadata instead of merging it into the previous value', async () => {
  const { served, client } = await startText()
  const options = { ...plantQueries.detail('a'), staleTime: 0 }
  served.text = withText(detail, 'metadata', '{"a":1}')
  await client.query(options)
  served.text = withText(detail, 'metadata', '{"__proto__":{"b":1}}')
  const { metadata } = await client.query(options)
  expect(metadata).toBe('{"__proto__":{"b":1}}')
})

test('a template, protocol or package with malicious keys changes no prototype', async () => {
  const { served } = await startText()
  const evil = '{"__proto__":{"isAdmin":true},"constructor":1,"key":"k"}'
  const template = withText(detail.template, 'signals', `[${evil}]`)
  served.text = withText(detail, 'template', template)
  const texts = [await runOperation('getPlant')]
  served.text = withText(seedExamples.provisionPlant[200], 'protocol', evil)
  texts.push(await runOperation('provisionPlant'))
  served.text = `{"__proto__":{"id":"x","isAdmin":true},${JSON.stringify(detail).slice(1)}`
  texts.push(await runOperation('getPlant'))
  for (const read of texts) {
    const objects: unknown[] = [read]
    for (const value of objects) {
      if (typeof value !== 'object' || value === null) continue
      expect([Object.prototype, Array.prototype]).toContain(Object.getPrototypeOf(value))
      objects.push(...Object.values<unknown>(value as Record<string, unknown>))
    }
  }
  expect({}).not.toHaveProperty('isAdmin')
})
