// The examples of the API documentation, served by a real server and read the way the pages read them.
import { expect, test } from 'vitest'
import seedExamples from './seed-examples.json'
import { operations, runOperation } from './test-operations'
import { failureOf, pointClientAt, respondWith, startServer } from './test-server'

type Json = Record<string, unknown>
const examples: Record<string, Record<string, Json>> = seedExamples

function isSuccess(status: string): boolean {
  return status.startsWith('2')
}

const successes = Object.entries(examples).flatMap(([operation, bodies]) =>
  Object.entries(bodies)
    .filter(([status]) => isSuccess(status))
    .map(([status, body]) => ({ operation, status: Number(status), body })),
)
const failures = Object.entries(examples).flatMap(([operation, bodies]) =>
  Object.entries(bodies)
    .filter(([status]) => /^[45]/.test(status))
    .map(([status, body]) => ({ operation, status: Number(status), body })),
)

/** Expected extent: the examples have a `meta` of zeros beside a row, so it is ignored. */
const reach = { total: undefined, totalPages: undefined, hasNext: false }

/** Converts an example to the form the dashboard reads: open objects stay text, and a page of plants names its rows. */
function asRead(operation: string, body: Json): unknown {
  if (operation === 'listPlants') {
    const rows = body['data'] as Json[]
    return { plants: rows.map(keepText), unreadableRows: 0, rows: rows.length, meta: reach }
  }
  if (operation === 'listCommands') {
    return { data: (body['data'] as Json[]).map(keepText), unreadableRows: 0, meta: reach }
  }
  return keepText(body)
}

function keepText(row: Json): Json {
  const texts = ['metadata', 'payload', 'response'].filter((name) => name in row)
  const lists = ['alerts', 'plantGroups', 'atRiskPlants'].filter((name) => name in row)
  return {
    ...row,
    ...Object.fromEntries(texts.map((name) => [name, JSON.stringify(row[name])])),
    ...Object.fromEntries(lists.map((name) => [name, { items: row[name], unreadable: 0 }])),
  }
}

test('the 16 operations have an example and a call each', () => {
  expect(Object.keys(examples)).toHaveLength(16)
  expect(Object.keys(operations).toSorted()).toEqual(Object.keys(examples).toSorted())
  expect(successes).toHaveLength(16)
})

test.each(successes)(
  '$operation sends the documented request and reads the $status response without losing a field',
  async ({ operation, status, body }) => {
    const server = await startServer((response) => respondWith(response, status, body))
    pointClientAt(`${server.url}/api/v1`)
    expect(await runOperation(operation)).toEqual(asRead(operation, body))
    const [{ method, url, body: sent } = { method: '', url: '', body: '' }] = server.received
    const wire = [method, url.replace('/api/v1', ''), sent].filter(Boolean).join(' ')
    expect(wire).toBe(operations[operation]?.wire)
    expect(server.received).toHaveLength(1)
    const { request } = examples[operation] ?? {}
    expect(sent === '' ? undefined : JSON.parse(sent)).toEqual(request)
  },
)

test.each(failures)(
  '$operation reads the documented $status response, although each says statusCode 400',
  async ({ operation, status, body }) => {
    expect(body['statusCode']).toBe(400)
    const server = await startServer((response) => respondWith(response, status, body))
    pointClientAt(server.url, { renewToken: () => Promise.resolve('second') })
    const error = await failureOf(runOperation(operation))
    const { code, message, details } = body
    // A read rejected with 401 is sent once more with another token, which this server rejects too.
    expect(error).toMatchObject({ name: 'ApiError', operation, status, code, message, details })
  },
)
