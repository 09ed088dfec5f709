import { describe, expect, it } from 'vitest'
import {
  isAskedAgain,
  isKnownDone,
  isRepeatable,
  isReplay,
  outcomeTitle,
  phaseOf,
  verdictOf,
  waitMs,
} from './attempt'
import { ApiError, ContractError, NotSentError, TransportError } from '@/api/errors'
import type { Plant } from '@/api/plant-schemas'

const answered = (status: number, more: ConstructorParameters<typeof ApiError>[2] = {}) => ({
  error: new ApiError('suspendPlant', status, more),
  atMs: 10_000,
})
const before: Plant = {
  id: 'p',
  name: '',
  serialNumber: '',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
}

describe('phaseOf', () => {
  it.each([
    ['asking', new NotSentError('offline', '')],
    ['asking', new NotSentError('signed-out', '')],
    ['refused', new NotSentError('invalid', '')],
    ['asking', answered(401).error],
    ['asking', answered(429).error],
    ['refused', answered(400).error],
    ['refused', answered(403).error],
    ['refused', answered(409).error],
    ['unknown', answered(409, { isReplay: true }).error],
    ['unknown', answered(408).error],
    ['unknown', answered(500).error],
    ['unknown', new TransportError('x', 'network')],
    ['unknown', new ContractError('x', '')],
    ['unknown', new TypeError('a slip')],
  ])('is %s after %s', (phase, error) => {
    expect(phaseOf({ error })).toBe(phase)
    expect(isRepeatable({ error })).toBe(phase === 'asking')
  })

  it('is asking before the first attempt', () => {
    expect(phaseOf(undefined)).toBe('asking')
  })
})

it('asks again only after a 401', () => {
  expect(isAskedAgain(answered(401))).toBe(true)
  expect(isAskedAgain(answered(429))).toBe(false)
  expect(isAskedAgain(undefined)).toBe(false)
})

it('treats only a replayed response as proof that the action was completed', () => {
  expect(isReplay(answered(409, { isReplay: true }))).toBe(true)
  expect(isReplay(answered(409))).toBe(false)
})

it('counts the wait from the end of the attempt', () => {
  const slow = answered(429, { retryAfterMs: 3_000 })
  expect(waitMs(slow, 11_000)).toBe(2_000)
  expect(waitMs(slow, 13_000)).toBe(0)
  expect(waitMs(answered(429), 9_500)).toBe(0)
  expect(waitMs({ error: new TypeError(), atMs: 0 }, 0)).toBe(0)
  expect(waitMs(undefined, 0)).toBe(0)
})

describe('a completed attempt', () => {
  const done = { kind: 'done', evidence: '' } as const
  const notDone = { kind: 'not-done', evidence: '' } as const
  const replayed = answered(409, { isReplay: true })

  it('is known by a replayed response or a reading', () => {
    expect(isKnownDone(replayed, undefined)).toBe(true)
    expect(isKnownDone(answered(500), done)).toBe(true)
    expect(isKnownDone(answered(500), notDone)).toBe(false)
    expect(isKnownDone(answered(500), undefined)).toBe(false)
  })

  it.each([
    ['Completed, but the response was lost', replayed, undefined],
    ['Outcome unknown', answered(500), undefined],
    ['Outcome unknown', answered(500), done],
    ['Refused, but changed', answered(400), done],
    [undefined, answered(400), notDone],
    [undefined, answered(400), undefined],
  ])('is titled %s', (title, failure, verdict) => {
    expect(outcomeTitle(failure, verdict)).toBe(title)
  })
})

it('has no verdict before a reading', () => {
  expect(verdictOf('suspend', before, undefined)).toBeUndefined()
  expect(verdictOf('suspend', before, before)?.kind).toBe('not-done')
  expect(verdictOf('delete', before, 'gone')?.kind).toBe('done')
})
