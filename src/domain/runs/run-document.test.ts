import { describe, expect, it } from 'vitest'
import {
  type RunDocument,
  documentProblem,
  maxRunPlants,
  printRunFile,
  readRunFile,
  runHash,
  runText,
} from './run-document'
import { testDocument, testRunPlant } from './test-runs'
import { parseJson } from '@/lib/json-text'

const plain = testDocument([testRunPlant('a'), testRunPlant('b')])
const command = (change: object): RunDocument['action'] => ({
  kind: 'command',
  content: { command: 'GET_INFO' },
  targetKey: 'target',
  body: '{"command":"GET_INFO"}',
  ...change,
})

/** Returns the file of a document whose text was changed by hand, with a hash that fits it if asked. */
async function fileWith(change: object, isRehashed = false): Promise<string> {
  const file = parseJson(await printRunFile(plain)) as RunDocument & { hash: string }
  const changed = { ...file, ...change }
  const { hash: _hash, ...document } = changed
  return JSON.stringify(isRehashed ? { ...changed, hash: await runHash(document) } : changed)
}

/** Returns the members of an object and of all within it in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, member]) => [name, reversed(member)]),
  )
}

describe('readRunFile', () => {
  it('reads back what was printed, with its hash', async () => {
    const read = await readRunFile(await printRunFile(plain))
    expect(read).toEqual({ document: plain, hash: await runHash(plain) })
  })

  it('reads a file whose members were put in another order', async () => {
    const text = JSON.stringify(reversed(parseJson(await printRunFile(plain))))
    const read = await readRunFile(text)
    expect(read).toMatchObject({ hash: await runHash(plain) })
    expect(typeof read === 'object' && runText(read.document)).toBe(runText(plain))
  })

  it.each(['', '{', 'null', '"run"', '5'])(
    'rejects %j, which isn’t a JSON object',
    async (text) => {
      expect(await readRunFile(text)).toBe('The file isn’t JSON.')
    },
  )

  it.each(['{}', '[]', '{"format":"other"}', '{"__proto__":{"format":"plantdeck-run"}}'])(
    'rejects %s, which isn’t a run',
    async (text) => {
      expect(await readRunFile(text)).toMatch(/^The file isn’t a run\./)
    },
  )

  it.each([0, 2, '1', null, undefined])('rejects version %s', async (version) => {
    expect(await readRunFile(await fileWith({ version }))).toMatch(/another version/)
  })

  it('names the member that can’t be read', async () => {
    const settings = { ...plain.settings, concurrency: 0 }
    expect(await readRunFile(await fileWith({ settings }))).toMatch(/settings\.concurrency/)
    expect(await readRunFile(await fileWith({ plants: [] }))).toMatch(/plants/)
    expect(await readRunFile(await fileWith({ force: true }))).toMatch(/can’t be read/)
    const text = (await printRunFile(plain)).replace('{', '{"__proto__":{"force":true},')
    expect(await readRunFile(text)).toMatch(/can’t be read/)
  })

  it.each([
    ['a plant', { plants: [testRunPlant('a'), testRunPlant('c')] }],
    [
      'an expected state',
      { plants: [testRunPlant('a'), testRunPlant('b', { status: 'OFFLINE' })] },
    ],
    ['the order', { plants: plain.plants.toReversed() }],
    ['a setting', { settings: { ...plain.settings, brakePercent: 100 } }],
    ['the note', { note: 'Reviewed' }],
    ['the action', { action: { kind: 'suspend' } }],
    ['the ID', { id: 'run-2' }],
    ['the hash', { hash: '0'.repeat(64) }],
    ['no hash', { hash: undefined }],
  ])('rejects a file after a change of %s', async (_what, change) => {
    expect(await readRunFile(await fileWith(change))).toMatch(/its hash doesn’t match/)
  })

  it('rejects a run that contradicts itself, also with a hash that fits', async () => {
    const action = command({ body: '{"command":"REBOOT"}' })
    expect(await readRunFile(await fileWith({ action }, true))).toMatch(/bytes to send don’t match/)
    const plants = [testRunPlant('a'), testRunPlant('a')]
    expect(await readRunFile(await fileWith({ plants }, true))).toMatch(/a plant twice/)
  })
})

describe('runHash', () => {
  it('is a SHA-256 that differs for other documents', async () => {
    const hash = await runHash(plain)
    expect(hash).toMatch(/^[0-9a-f]{64}$/)
    expect(await runHash({ ...plain, note: ' ' })).not.toBe(hash)
  })

  it('doesn’t count an optional member that is undefined', async () => {
    const action = command({ content: { command: 'GET_INFO', payload: undefined } })
    expect(await runHash({ ...plain, action })).toBe(await runHash(plain))
  })
})

describe('documentProblem', () => {
  const problem = (change: Partial<RunDocument>) => documentProblem({ ...plain, ...change })

  it('finds nothing in a plan, of a command or a change of the lifecycle', () => {
    expect(documentProblem(plain)).toBeUndefined()
    expect(problem({ action: { kind: 'suspend' } })).toBeUndefined()
    const targeted = command({
      content: { command: 'SET', payload: '{"a": 1.0}', target: 'INV-1' },
      body: '{"command":"SET","target":"INV-1","payload":{"a": 1.0}}',
    })
    expect(problem({ action: targeted })).toBeUndefined()
  })

  it('compares the bytes exactly', () => {
    expect(problem({ action: command({ body: '{"command": "GET_INFO"}' }) })).toMatch(/bytes/)
    expect(problem({ action: command({ targetKey: 'device' }) })).toBeUndefined()
    const content = { command: 'GET_INFO', target: 'INV-1' }
    const body = '{"command":"GET_INFO","target":"INV-1"}'
    expect(problem({ action: command({ content, body, targetKey: 'device' }) })).toMatch(/bytes/)
  })

  it('rejects a command that could not be sent by hand', () => {
    expect(problem({ action: command({ content: { command: '' } }) })).toMatch(/isn’t valid/)
    const content = { command: 'GET_INFO', target: 'not valid' }
    expect(problem({ action: command({ content }) })).toMatch(/isn’t valid/)
  })

  it('rejects a target without a member: the whole plant would get the command', () => {
    const content = { command: 'GET_INFO', target: 'INV-1' }
    expect(problem({ action: command({ content, targetKey: null }) })).toMatch(/has a target/)
  })

  it('rejects plants that would count for no limit', () => {
    const settings = { ...plain.settings, limits: [{ attribute: 'meta.site', percent: 10 }] }
    const withValues = (values: string[][]) =>
      problem({ settings, plants: [testRunPlant('a', { values })] })
    expect(withValues([['x']])).toBeUndefined()
    for (const values of [[], [[]], [['x'], ['y']]]) expect(withValues(values)).toMatch(/limits/)
  })
})

it('takes up to 10,000 plants', async () => {
  const plants = Array.from({ length: maxRunPlants + 1 }, (_, at) => testRunPlant(`p${at}`))
  const most = plants.slice(0, maxRunPlants)
  expect(await readRunFile(await printRunFile({ ...plain, plants: most }))).toBeTypeOf('object')
  expect(() => runText({ ...plain, plants })).toThrow()
})
