import { describe, expect, it } from 'vitest'
import { alertIdsOf, commandEvidence, lifecycleEvidence, watchCanary } from './run-reading'
import { rowState } from './run-row'
import { testReadPlant, testRequest, testRunPlant } from './test-runs'
import type { Command } from '@/api/commands'
import type { HistoryReading } from '@/domain/commands/history-coverage'
import { minuteMs } from '@/lib/instants'

const clickedAtMs = Date.parse('2026-03-01T12:00:00Z')
const settledAtMs = clickedAtMs + 1_000
const command = (id: string, change: Partial<Command> = {}): Command => ({
  id,
  command: 'GET_INFO',
  createdAt: '2026-03-01T12:00:00.500Z',
  ...change,
})
const request = testRequest(clickedAtMs, { settledAtMs, seenIds: ['old'] })

function evidenceOf(
  commands: readonly Command[],
  { more = {}, sent = request }: { more?: Partial<HistoryReading>; sent?: typeof request } = {},
) {
  const readAtMs = settledAtMs + minuteMs
  const history = { commands, hasMore: false, unreadableRows: 0, readAtMs, ...more }
  const judgement = {
    nowMs: readAtMs,
    serverMs: readAtMs + 5_000,
    answerMs: minuteMs,
    targetKey: null,
  }
  return commandEvidence(sent, { command: 'GET_INFO' }, history, judgement)
}

describe('commandEvidence', () => {
  it('keeps what proves the answer, and the time of the reading by the server’s clock', () => {
    const sent = { ...request, recordId: 'own' }
    const own = command('own', { responseStatus: 'OK', response: '{"a":1}', cmdId: '7' })
    expect(evidenceOf([command('old'), own], { sent })).toEqual({
      evidence: {
        readAtMs: settledAtMs + minuteMs + 5_000,
        recordIds: ['own'],
        gap: undefined,
        record: {
          id: 'own',
          cmdId: '7',
          createdAt: own.createdAt,
          responseStatus: 'OK',
          response: '{"a":1}',
        },
      },
      matchedId: undefined,
    })
  })

  it('finds a command whose response was lost by its content', () => {
    const { evidence, matchedId } = evidenceOf([
      command('old'),
      command('other', { command: 'RESTART' }),
      command('new'),
    ])
    expect(matchedId).toBe('new')
    expect(evidence.recordIds).toEqual(['new'])
    expect(evidence.record?.id).toBe('new')
  })

  it('lists every record of a request that the browser repeated', () => {
    expect(evidenceOf([command('new'), command('again')]).evidence.recordIds).toEqual([
      'new',
      'again',
    ])
  })

  it('says that a recorded command isn’t on the page that was read', () => {
    const { evidence, matchedId } = evidenceOf([], { sent: { ...request, recordId: 'own' } })
    expect(evidence).toMatchObject({ recordIds: ['own'], gap: 'not-listed' })
    expect(evidence.record).toBeUndefined()
    expect(matchedId).toBeUndefined()
  })

  it('has no gap when a complete reading doesn’t show it', () => {
    expect(evidenceOf([command('old')]).evidence).toMatchObject({ recordIds: [], gap: undefined })
  })

  it.each([
    ['not-read-before', { sent: { ...request, seenIds: undefined } }],
    ['not-covered', { more: { hasMore: true } }],
    ['not-readable', { more: { unreadableRows: 1 } }],
    ['checking', { more: { readAtMs: settledAtMs } }],
  ] as const)('says %s when the history can’t settle it', (gap, change) => {
    expect(evidenceOf([], change).evidence).toMatchObject({ gap, recordIds: [] })
  })
})

describe('lifecycleEvidence', () => {
  it.each([
    ['suspend', 'SUSPENDED', true],
    ['suspend', 'ACTIVE', false],
    ['reactivate', 'ACTIVE', true],
    ['reactivate', 'PROVISIONED', true],
    ['reactivate', 'SUSPENDED', false],
    ['reactivate', 'ON_LOAN', false],
  ] as const)('judges %s by %s', (kind, lifecycleStatus, isTarget) => {
    const plant = testReadPlant('p', { lifecycleStatus })
    expect(lifecycleEvidence(kind, plant, 7)).toEqual({
      readAtMs: 7,
      recordIds: [],
      lifecycle: { status: lifecycleStatus, isTarget },
    })
  })

  it('claims nothing of a lifecycle that can’t be read', () => {
    const plant = testReadPlant('p', {
      lifecycleStatus: 'ACTIVE',
      unreadable: ['lifecycleStatus'],
    })
    const evidence = lifecycleEvidence('reactivate', plant, 7)
    expect(evidence.lifecycle).toEqual({ status: '', isTarget: false })
    const row = { plantId: 'p', request: { ...request, isDone: true }, evidence }
    expect(rowState(row, minuteMs)).toBe('ok')
  })

  it('knows a plant that is gone', () => {
    const evidence = lifecycleEvidence('suspend', 'gone', 7)
    expect(evidence.lifecycle).toEqual({ status: 'gone', isTarget: false })
    const row = { plantId: 'p', request: { ...request, isDone: true }, evidence }
    expect(rowState(row, minuteMs)).toBe('unknown')
  })
})

const alert = (id: string) => ({ id, severity: 'INFO', status: 'ACTIVE', message: 'x' })
const alerts = (...ids: string[]) => ({ items: ids.map(alert), unreadable: 0 })
const well = testReadPlant('p', { alerts: alerts('a') })
const unreadableAlerts = [
  ['absent', { alerts: undefined }],
  ['unreadable', { alerts: null, unreadable: ['alerts'] }],
  ['read in part', { alerts: { items: [], unreadable: 1 } }],
  ['without an ID', { alerts: alerts('') }],
] as const

describe('watchCanary', () => {
  const planned = testRunPlant('p')
  const watch = (plant: Partial<typeof well>, kind: 'command' | 'suspend' = 'command') =>
    watchCanary(planned, { ...well, ...plant }, kind, ['a'])

  it('finds nothing wrong with a plant that is well', () => {
    expect(watch({})).toEqual([])
    expect(watch({ status: 'DEGRADED', alerts: alerts() })).toEqual([])
    expect(watch({ alerts: null })).toEqual([])
  })

  it('sees a connection that was lost', () => {
    expect(watch({ status: 'OFFLINE' })).toEqual(['Plant p is Offline after its answer.'])
    expect(watch({ status: '', unreadable: ['status'] })).toEqual([
      'Plant p is Unreadable after its answer.',
    ])
  })

  it('expects no connection of a plant that had none, or that is suspended', () => {
    const offline = { ...planned, status: 'OFFLINE' }
    expect(watchCanary(offline, { ...well, status: 'OFFLINE' }, 'command', ['a'])).toEqual([])
    expect(watch({ status: 'OFFLINE', lifecycleStatus: 'SUSPENDED' }, 'suspend')).toEqual([])
  })

  it('sees a lifecycle that isn’t the expected one', () => {
    expect(watch({ lifecycleStatus: 'REVOKED' })).toEqual(['Plant p is Revoked.'])
    expect(watch({}, 'suspend')).toEqual(['Plant p is Active.'])
  })

  it('counts new alerts only', () => {
    expect(watch({ alerts: alerts('a', 'b') })).toEqual(['Plant p has 1 new alert.'])
    expect(watch({ alerts: alerts('b', 'c') })).toEqual(['Plant p has 2 new alerts.'])
  })

  it.each(unreadableAlerts)('doesn’t go on with alerts that are %s', (_what, change) => {
    expect(watch(change)).toEqual(['Plant p has alerts that can’t be read.'])
  })

  it('doesn’t go on when the alerts before weren’t read', () => {
    expect(watchCanary(planned, well, 'command', undefined)).toHaveLength(1)
  })

  it('names a plant by its serial number or ID when it has no name', () => {
    const nameless = { ...planned, name: '' }
    const lost = { ...well, status: 'OFFLINE' }
    expect(watchCanary(nameless, lost, 'command', ['a'])[0]).toMatch(/^SN-p is/)
    expect(watchCanary({ ...nameless, serialNumber: '' }, lost, 'command', ['a'])[0]).toMatch(
      /^p is/,
    )
  })
})

describe('alertIdsOf', () => {
  it('lists the alerts; null means no alerts', () => {
    expect(alertIdsOf({ ...well, alerts: alerts('a', 'b') })).toEqual(['a', 'b'])
    expect(alertIdsOf({ ...well, alerts: null })).toEqual([])
  })

  it.each(unreadableAlerts)('knows nothing of alerts that are %s', (_what, change) => {
    expect(alertIdsOf({ ...well, ...change })).toBeUndefined()
  })
})
