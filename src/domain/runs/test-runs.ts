// Documents, plants and events for the tests of runs.
import type { RunDocument, RunPlant } from './run-document'
import { type RunEvent, advanceRun } from './run-events'
import { type Run, newRun } from './run-progress'
import type { RunRequest } from './run-row'
import { type RunSettings, defaultRunSettings } from './run-settings'
import type { PlantDetail } from '@/api/plant-schemas'

/** Returns a plant of a run. */
export function testRunPlant(id: string, change: Partial<RunPlant> = {}): RunPlant {
  return {
    id,
    name: `Plant ${id}`,
    serialNumber: `SN-${id}`,
    type: 'GATEWAY',
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    authMethod: 'MTLS',
    organizationId: 'org-1',
    templateId: null,
    values: [],
    ...change,
  }
}

/** Returns a document that sends GET_INFO to some plants. */
export function testDocument(
  plants: readonly RunPlant[],
  settings: Partial<RunSettings> = {},
  change: Partial<RunDocument> = {},
): RunDocument {
  return {
    format: 'plantdeck-run',
    version: 1,
    id: 'run-1',
    createdAtMs: 0,
    createdBy: 'admin',
    scope: '/api/v1 Demo Energy',
    note: '',
    action: {
      kind: 'command',
      content: { command: 'GET_INFO' },
      targetKey: 'target',
      body: '{"command":"GET_INFO"}',
    },
    settings: { ...defaultRunSettings, ...settings },
    populations: [],
    plants: [...plants],
    ...change,
  }
}

/** Returns a run of `count` plants that has started. */
export function startedRun(count: number, settings: Partial<RunSettings> = {}): Run {
  const plants = Array.from({ length: count }, (_, at) => testRunPlant(`p${at}`))
  return after(newRun(testDocument(plants, settings)), 0, { kind: 'start' })
}

/** Returns a run after events at a time; both clocks are the same. */
export function after(run: Run, nowMs: number, ...events: readonly RunEvent[]): Run {
  const now = { nowMs, serverMs: nowMs }
  return events.reduce((next, event) => advanceRun(next, event, now), run)
}

/** Returns a request clicked at a time. */
export function testRequest(atMs: number, change: Partial<RunRequest> = {}): RunRequest {
  return {
    key: `key-${atMs}`,
    clickedAtMs: atMs,
    settledAtMs: undefined,
    seenIds: [],
    recordId: undefined,
    ...change,
  }
}

/** Returns the events of a plant that is read, sent to, and answers with a status. */
export function answered(at: number, atMs: number, responseStatus = 'OK'): RunEvent[] {
  const request = testRequest(atMs)
  const time = new Date(atMs).toISOString()
  const record = { id: `r${at}`, sentAt: time, createdAt: time, ackedAt: time, responseStatus }
  return [
    { kind: 'checking', at },
    { kind: 'checked', at, alertIds: [] },
    { kind: 'sending', at, request },
    { kind: 'settled', at, request: { ...request, settledAtMs: atMs, recordId: `r${at}` } },
    { kind: 'evidence', at, evidence: { readAtMs: atMs, recordIds: [`r${at}`], record } },
  ]
}

/** Returns the event of a first plant with a problem after its answer. */
export function unwell(at: number): RunEvent {
  const problems = [`Plant p${at} is Offline after its answer.`]
  return { kind: 'watched', at, watch: { readAtMs: 1, problems } }
}

/** Returns a plant as the server shows it, such that it was planned as `testRunPlant(id)`. */
export function testReadPlant(id: string, change: Partial<PlantDetail> = {}): PlantDetail {
  return {
    id,
    name: `Plant ${id}`,
    serialNumber: `SN-${id}`,
    type: 'GATEWAY',
    status: 'ONLINE',
    lifecycleStatus: 'ACTIVE',
    authMethod: 'MTLS',
    organizationId: 'org-1',
    ...change,
  }
}
