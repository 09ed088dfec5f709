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
import type { ConfirmedAction } from './consequences'
import { ApiError, ContractError, NotSentError, TransportError } from '@/api/errors'
import type { Plant } from '@/api/plant-schemas'
import type { Reading } from '@/domain/plant/verdict'

const failedWith = (status: number, more: ConstructorParameters<typeof ApiError>[2] = {}) => ({
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
    ['asking', new NotSentError('offline')],
    ['asking', new NotSentError('signed-out')],
    ['refused', new NotSentError('invalid')],
    ['asking', failedWith(401).error],
    ['asking', failedWith(429).error],
    ['refused', failedWith(400).error],
    ['refused', failedWith(403).error],
    ['refused', failedWith(409).error],
    ['unknown', failedWith(409, { isReplay: true }).error],
    ['unknown', failedWith(408).error],
    ['unknown', failedWith(500).error],
    ['unknown', new TransportError('x', 'network')],
    ['unknown', new ContractError('x', '')],
    ['unknown', new TypeError('a slip')],
  ])('is %s after %s', (phase, error) => {
    expect(phaseOf({ error })).toBe(phase)
    expect(isRepeatable({ error })).toBe(phase === 'asking')
  })

  it('is refused after a rejection that a later reading contradicts', () => {
    expect(phaseOf(failedWith(429), true)).toBe('refused')
    expect(phaseOf(failedWith(401), true)).toBe('refused')
    expect(phaseOf({ error: new NotSentError('offline') }, true)).toBe('asking')
  })

  it('is asking before the first attempt', () => {
    expect(phaseOf(undefined)).toBe('asking')
  })
})

it('asks again only after a 401', () => {
  expect(isAskedAgain(failedWith(401))).toBe(true)
  expect(isAskedAgain(failedWith(429))).toBe(false)
  expect(isAskedAgain(undefined)).toBe(false)
})

it('treats only a replayed response as proof that the action was completed', () => {
  expect(isReplay(failedWith(409, { isReplay: true }))).toBe(true)
  expect(isReplay(failedWith(409))).toBe(false)
})

it('counts the wait from the end of the attempt', () => {
  const slow = failedWith(429, { retryAfterMs: 3_000 })
  expect(waitMs(slow, 11_000)).toBe(2_000)
  expect(waitMs(slow, 13_000)).toBe(0)
  expect(waitMs(failedWith(429), 9_500)).toBe(0)
  expect(waitMs({ error: new TypeError(), atMs: 0 }, 0)).toBe(0)
  expect(waitMs(undefined, 0)).toBe(0)
})

describe('a completed attempt', () => {
  const done = { kind: 'done', evidence: '' } as const
  const notDone = { kind: 'not-done', evidence: '' } as const
  const replayed = failedWith(409, { isReplay: true })

  it('is known by a replayed response or a reading', () => {
    expect(isKnownDone(replayed, undefined)).toBe(true)
    expect(isKnownDone(failedWith(500), done)).toBe(true)
    expect(isKnownDone(failedWith(500), notDone)).toBe(false)
    expect(isKnownDone(failedWith(500), undefined)).toBe(false)
  })

  it.each([
    ['Completed, but the response was lost', replayed, undefined],
    ['Outcome unknown', failedWith(500), undefined],
    ['Outcome unknown', failedWith(500), done],
    ['Refused, but changed', failedWith(400), done],
    [undefined, failedWith(400), notDone],
    [undefined, failedWith(400), undefined],
  ])('is titled %s', (title, failure, verdict) => {
    expect(outcomeTitle(failure, verdict)).toBe(title)
  })
})

describe('a verdict', () => {
  const verdict = (status: number, action: ConfirmedAction, reading?: Reading) =>
    verdictOf(action, { sent: before, ...failedWith(status) }, reading)?.kind

  it('needs a reading', () => {
    expect(verdict(500, 'suspend')).toBeUndefined()
    expect(verdict(500, 'suspend', before)).toBe('not-done')
    expect(verdict(500, 'delete', 'gone')).toBe('done')
  })

  it('explains a decommissioned plant by an unknown revocation, not by a refused one', () => {
    const decommissioned = { ...before, lifecycleStatus: 'DECOMMISSIONED' }
    expect(verdict(500, 'revoke', decommissioned)).toBe('done')
    expect(verdict(400, 'revoke', decommissioned)).toBe('cannot-tell')
    expect(verdict(400, 'revoke', { ...before, lifecycleStatus: 'REVOKED' })).toBe('done')
  })
})
