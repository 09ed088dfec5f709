import { expect, it } from 'vitest'
import { repetitionSince } from './run-repetition'
import { testDocument, testRunPlant } from './test-runs'

const document = testDocument([testRunPlant('a')], {}, { createdAtMs: 1_000_000 })
const record = (command: string, atMs: number) => ({
  id: `${command}-${atMs}`,
  command,
  sentAt: null,
  createdAt: new Date(atMs).toISOString(),
  ackedAt: null,
})

it('holds a plant back that got the same command after the plan was made', () => {
  const reason = 'The same command was recorded for it after the plan was made'
  expect(repetitionSince(document, [record('GET_INFO', 1_001_000)])).toEqual([reason])
})

it('minds neither earlier commands nor others', () => {
  expect(repetitionSince(document, [record('GET_INFO', 999_000)])).toEqual([])
  expect(repetitionSince(document, [record('REBOOT', 1_001_000)])).toEqual([])
  expect(repetitionSince(document, [])).toEqual([])
})

it('minds no command when the lifecycle is changed', () => {
  const change = { ...document, action: { kind: 'suspend' } as const }
  expect(repetitionSince(change, [record('GET_INFO', 1_001_000)])).toEqual([])
})
