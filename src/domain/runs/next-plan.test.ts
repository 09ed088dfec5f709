import { describe, expect, it } from 'vitest'
import { planOfRest, whyNotRepeated } from './next-plan'
import { documentProblem } from './run-document'
import type { RunEvent } from './run-events'
import { type Run, newRun, stateIn } from './run-progress'
import { type RunRowState, repeatableStates } from './run-row'
import {
  after,
  answered,
  testDocument,
  testReadPlant,
  testRequest,
  testRunPlant,
} from './test-runs'
import { keysOf } from '@/lib/keyed-record'

const ids = ['ok', 'error', 'held', 'refused', 'unverified', 'lost', 'waiting', 'left']
const plants = ids.map((id) => testRunPlant(id, { values: [['n']] }))
const settings = {
  canary: 3,
  brakePercent: 100,
  limits: [{ attribute: 'meta.site', percent: 50 }],
}
const document = testDocument(plants, settings, {
  note: 'Inventory',
  populations: [{ attribute: 'meta.site', value: 'n', plants: 40 }],
})

function settledAs(at: number, change: object): RunEvent[] {
  const request = testRequest(0)
  return [
    { kind: 'checking', at },
    { kind: 'checked', at, alertIds: [] },
    { kind: 'sending', at, request },
    { kind: 'settled', at, request: { ...request, settledAtMs: 0, ...change } },
  ]
}
const play = (run: Run) =>
  after(
    { ...run, progress: { phase: 'running', wave: 1 } },
    0,
    ...answered(0, 0),
    ...answered(1, 0, 'ERROR'),
    { kind: 'checking', at: 2 },
    { kind: 'held-back', at: 2, reasons: ['x'] },
    ...settledAs(3, { refusal: 'No.' }),
    { kind: 'evidence', at: 3, evidence: { readAtMs: 0, recordIds: [] } },
    ...settledAs(4, { refusal: 'No.' }),
    ...settledAs(5, {}),
    ...settledAs(6, { recordId: 'r' }),
  )
const open = play(newRun(document))
const ended = after(open, 9, { kind: 'stop' })
const current = new Map(
  ids.map((id) => [id, testReadPlant(id, { name: `New ${id}`, metadata: '{"site":"s"}' })]),
)
const now = { nowMs: 1_000, createdBy: 'operator', plants: current }

describe('planOfRest', () => {
  it('plans the plants that nothing reached, as they are now', () => {
    const { document: rest, unread } = planOfRest(ended, ids, now)
    expect(rest?.plants).toEqual(
      ['held', 'refused', 'left'].map((id) =>
        testRunPlant(id, { name: `New ${id}`, values: [['s']] }),
      ),
    )
    expect(unread).toEqual([])
    expect(rest && documentProblem(rest)).toBeUndefined()
  })

  it('keeps the action, the settings and the fleet’s numbers, under a new ID', () => {
    const { document: rest } = planOfRest(ended, ids, now)
    expect(rest).toMatchObject({
      action: document.action,
      settings: document.settings,
      populations: document.populations,
      scope: document.scope,
      createdAtMs: 1_000,
      createdBy: 'operator',
      note: 'Continues run run-1. Inventory',
    })
    expect(rest?.id).not.toBe('run-1')
    expect(planOfRest(ended, ids, now).document?.id).not.toBe(rest?.id)
  })

  it('names only the run before it', () => {
    const noteOf = (note: string) =>
      planOfRest({ ...ended, document: { ...document, note } }, ids, now).document?.note
    expect(noteOf('')).toBe('Continues run run-1.')
    expect(noteOf('Continues run run-0. Inventory')).toBe('Continues run run-1. Inventory')
  })

  it('says why the other plants are not tried again', () => {
    const { leftOut } = planOfRest(ended, ids, now)
    expect(leftOut.map(({ plant, reason }) => [plant.id, reason])).toEqual([
      ['ok', 'It’s done'],
      ['error', 'The plant received it and answered with an error'],
      ['unverified', 'It was refused, but no reading shows that nothing was done'],
      ['lost', 'It may have been sent, so sending it again could do it twice'],
      ['waiting', 'Its answer is still awaited'],
    ])
  })

  it('doesn’t believe a refusal that a reading can’t confirm', () => {
    const gap = { readAtMs: 5, recordIds: [], gap: 'not-covered' } as const
    const run = after(ended, 10, { kind: 'evidence', at: 3, evidence: gap })
    expect(planOfRest(run, ['refused'], now)).toMatchObject({
      document: undefined,
      leftOut: [{ plant: { id: 'refused' } }],
    })
  })

  it('lists plants apart that can’t be read now', () => {
    const some = new Map([...current].filter(([id]) => id !== 'held'))
    const { document: rest, unread } = planOfRest(ended, ids, { ...now, plants: some })
    expect(unread.map(({ id }) => id)).toEqual(['held'])
    expect(rest?.plants.map(({ id }) => id)).toEqual(['refused', 'left'])
    expect(planOfRest(ended, ids, { ...now, plants: new Map() }).document).toBeUndefined()
  })

  it('takes only the plants that were chosen, once, in the order of the run', () => {
    const { document: rest, leftOut } = planOfRest(ended, ['left', 'held', 'left', 'x'], now)
    expect(rest?.plants.map(({ id }) => id)).toEqual(['held', 'left'])
    expect(leftOut).toEqual([])
  })

  it('leaves out plants for which the change makes no sense any more', () => {
    const change = { ...document, action: { kind: 'suspend' } as const }
    const gone = new Map([['left', testReadPlant('left', { lifecycleStatus: 'SUSPENDED' })]])
    const rest = planOfRest({ ...ended, document: change }, ['left'], { ...now, plants: gone })
    expect(rest).toMatchObject({
      document: undefined,
      leftOut: [{ reason: 'The plant is already suspended' }],
    })
  })

  it('plans nothing while the run has not ended', () => {
    expect(planOfRest(open, ids, now).document).toBeUndefined()
    const paused = after(open, 9, { kind: 'pause', reason: 'user' })
    expect(planOfRest(paused, ids, now).document).toBeUndefined()
  })
})

it('gives a reason exactly for the states that are not repeated', () => {
  const states: Record<RunRowState, true> = {
    'not-sent': true,
    'held-back': true,
    sending: true,
    waiting: true,
    ok: true,
    answered: true,
    error: true,
    refused: true,
    'no-answer': true,
    unknown: true,
  }
  for (const state of keysOf(states))
    expect(whyNotRepeated(state) === undefined).toBe(repeatableStates.has(state))
  expect(new Set(ended.rows.map((row) => stateIn(ended, row))).size).toBe(7)
})
