import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { contradictionsIn, rowFromEvidence } from './read-evidence'
import { type RunResult, resultsOf, runEvidenceColumns } from './run-evidence'
import { newRun } from './run-progress'
import { type RunRequest, type RunRow, rowState } from './run-row'
import { testDocument, testRunPlant } from './test-runs'
import { cellsOf, headsOf } from '@/lib/table-export/cell-columns'
import { csvWriter } from '@/lib/table-export/csv-writer'
import { anyText, fc } from '@/lib/test-properties'

const awkward = [
  '',
  '=1',
  '-1',
  "'=1",
  '"',
  '1.0',
  '{"err":"E"}',
  '{"err":""}',
  ' a',
  '\r\n',
  'null',
  'unreadable',
]
const text = fc.oneof(fc.constantFrom(...awkward), anyText({ maxLength: 8 }))
const optional = <Value>(of: fc.Arbitrary<Value>) => fc.option(of, { nil: undefined, freq: 2 })
const texts = fc.array(text, { maxLength: 3 })
const atMs = fc.oneof(
  fc.integer({ min: 0, max: 200_000 }),
  fc.double({ min: 0, max: 200_000, noNaN: true }).filter((value) => !Object.is(value, -0)),
)
const sentTime = fc.oneof(
  fc.constantFrom(
    '1970-01-01T00:01:00Z',
    '1970-01-01T00:02:00.123456Z',
    '0001-01-01T00:00:00Z',
    '9999-12-31T23:59:59Z',
    'yesterday',
    '60000',
    '',
  ),
  fc.integer({ min: 0, max: 200_000 }).map((ms) => new Date(ms).toISOString()),
)

const record = fc.record({
  id: text,
  cmdId: optional(text),
  sentAt: optional(sentTime),
  createdAt: optional(sentTime),
  ackedAt: optional(sentTime),
  responseStatus: optional(fc.oneof(fc.constantFrom('OK', 'ok', 'ERROR', '=OK', ''), text)),
  response: optional(text),
  unreadable: optional(
    fc.subarray(['sentAt', 'createdAt', 'ackedAt', 'responseStatus', 'response', 'cmdId']),
  ),
})

const evidence = fc
  .record({
    readAtMs: atMs,
    recordIds: texts,
    record: optional(record),
    gap: fc.constantFrom(
      'checking',
      'not-listed',
      'not-covered',
      'not-readable',
      'not-read-before',
      undefined,
    ),
    lifecycle: optional(fc.record({ status: text, isTarget: fc.boolean() })),
  })
  .map(({ record: found, lifecycle, ...rest }) => ({
    ...rest,
    ...(found ? { record: found } : {}),
    ...(lifecycle ? { lifecycle } : {}),
  }))

/** With every member, so that a new one is noticed here. */
type WholeRow = RunRow & Record<keyof RunRow, unknown> & { request: WholeRequest | undefined }
type WholeRequest = RunRequest & Record<keyof RunRequest, unknown>

const anyRow: fc.Arbitrary<WholeRow> = fc.record({
  plantId: text,
  wave: optional(fc.nat(99)),
  heldBack: fc.oneof(
    { weight: 5, arbitrary: fc.constant(undefined) },
    fc.record({ reasons: texts, atMs }),
  ),
  notSent: optional(
    fc.oneof(
      fc.record({ reason: text, atMs }),
      fc.record({ reason: text, atMs, tries: fc.nat(9) }),
    ),
  ),
  request: optional(
    fc.record({
      key: text,
      clickedAtMs: atMs,
      settledAtMs: optional(atMs),
      seenIds: optional(texts),
      recordId: optional(text),
      matchedId: optional(text),
      refusal: optional(text),
      isRepeatable: optional(fc.boolean()),
      givenUpAtMs: optional(atMs),
      isDone: fc.constantFrom(true, false, undefined, undefined),
    }),
  ),
  alertIds: optional(texts),
  evidence: optional(evidence),
  watch: optional(fc.record({ readAtMs: atMs, problems: texts })),
})

const answerMs = 60_000

const resultOf = (row: RunRow): RunResult => ({
  plant: testRunPlant('p', { name: '=cmd()', serialNumber: '"' }),
  row,
  state: rowState(row, answerMs),
})

const exported = (row: RunRow) => cellsOf(runEvidenceColumns, resultOf(row))

it('reads rows back from their cells as they were', () => {
  fc.assert(
    fc.property(anyRow, (row) => {
      const back = rowFromEvidence(exported(row))
      expect(back).toEqual(row)
      expect(rowState(back, answerMs)).toBe(rowState(row, answerMs))
    }),
  )
})

it('reads rows back from the text of a CSV file, and their states are equal', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyRow, { minLength: 1, maxLength: 4 }), async (rows) => {
      const about = [{ label: 'Run', text: 'run-1' }]
      const writer = csvWriter({ title: 'Run', columns: headsOf(runEvidenceColumns), about })
      writer.add(rows.map(exported))
      const file = (await writer.finish().text()).replace(/^\uFEFF/, '')
      const back = Papa.parse<string[]>(file).data.slice(3).map(rowFromEvidence)
      expect(back).toEqual(rows)
      expect(back.map((row) => rowState(row, answerMs))).toEqual(
        rows.map((row) => rowState(row, answerMs)),
      )
    }),
  )
})

it('comes to every state in the rows of these tests', () => {
  const states = new Set(fc.sample(anyRow, 2_000).map((row) => rowState(row, answerMs)))
  expect([...states].toSorted()).toEqual([
    'answered',
    'error',
    'held-back',
    'no-answer',
    'not-sent',
    'ok',
    'refused',
    'sending',
    'unknown',
    'waiting',
  ])
})

it('takes null for what the platform doesn’t state', () => {
  const row: RunRow = {
    plantId: 'p',
    request: { key: 'k', clickedAtMs: 1, settledAtMs: 2, seenIds: [], recordId: 'r' },
    evidence: {
      readAtMs: 3,
      recordIds: ['r'],
      record: { id: 'r', sentAt: null, ackedAt: null, responseStatus: null, response: null },
    },
  }
  expect(rowState(rowFromEvidence(exported(row)), answerMs)).toBe(rowState(row, answerMs))
})

it('counts the results whose cells say something else', () => {
  const run = newRun(testDocument([testRunPlant('a'), testRunPlant('b')]))
  const results = resultsOf(run)
  expect(contradictionsIn(run, results)).toBe(0)
  expect(
    contradictionsIn(
      run,
      results.map((result) => ({ ...result, state: 'ok' })),
    ),
  ).toBe(2)
})
