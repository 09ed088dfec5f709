import { describe, expect, it, vi } from 'vitest'
import { refusalOutcome, whyNotRead } from './run-failures'
import { ApiError, ContractError, NotSentError, TransportError } from '@/api/errors'

const api = (status: number, response: ConstructorParameters<typeof ApiError>[2] = {}) =>
  new ApiError('getPlant', status, { code: 'X', message: 'Because.', ...response })
const lost = new TransportError('getPlant', 'network')

describe('whyNotRead', () => {
  it.each([
    ['no connection', lost, 'offline'],
    ['a timeout', new TransportError('getPlant', 'timeout'), 'offline'],
    ['a browser that is offline', new NotSentError('offline'), 'offline'],
    ['an expired session', api(401), 'session'],
    ['a sign-out', new NotSentError('signed-out'), 'session'],
    ['too many requests', api(429), 'rate'],
  ])('pauses the run after %s', (_what, error, reason) => {
    expect(whyNotRead(error).pause?.reason).toBe(reason)
  })

  it.each([
    ['isn’t readable', new ContractError('getPlant', 'x')],
    ['has an impossible ID', new NotSentError('invalid', 'plant ID')],
    ['broke the page', new Error('x')],
  ])('holds back only the plant whose reading %s', (_what, error) => {
    const { pause, reason } = whyNotRead(error)
    expect(pause).toBeUndefined()
    expect(reason).toMatch(/^It couldn’t be read: [A-Z].*[^.]$/)
  })

  it.each([500, 503, 408])('takes %i for an error of the server, not of the plant', (status) => {
    expect(whyNotRead(api(status))).toMatchObject({ pause: undefined, isServerError: true })
  })

  it('pauses when the user lost the right', () => {
    expect(whyNotRead(api(403)).pause?.reason).toBe('forbidden')
  })

  it('says that a plant is gone', () => {
    const gone = api(404, { code: 'PLANT_NOT_FOUND' })
    expect(whyNotRead(gone)).toEqual({
      pause: undefined,
      reason: 'It no longer exists',
      isServerError: false,
    })
  })

  it('waits for as long as the server asks, and for some time when it doesn’t say', () => {
    vi.useFakeTimers({ now: 1_000_000 })
    expect(whyNotRead(api(429, { retryAfterMs: 7_000 })).pause?.untilMs).toBe(1_007_000)
    expect(whyNotRead(api(429)).pause?.untilMs).toBe(1_010_000)
    vi.useRealTimers()
  })
})

describe('refusalOutcome', () => {
  it('quotes the server, and goes on with the others', () => {
    expect(refusalOutcome(api(409))).toEqual({
      pause: undefined,
      reason: 'The server refused: Because.',
      isSent: true,
    })
  })

  it.each([
    ['an expired session', api(401), 'session', true],
    ['too many requests', api(429), 'rate', true],
    ['a sign-out', new NotSentError('signed-out'), 'session', false],
    ['a browser that is offline', new NotSentError('offline'), 'offline', false],
  ])('pauses the run after %s', (_what, error, reason, isSent) => {
    const outcome = refusalOutcome(error)
    expect(outcome.pause?.reason).toBe(reason)
    expect(outcome.isSent).toBe(isSent)
  })

  it('has no reason for a request that was only too late: it is tried again', () => {
    expect(refusalOutcome(new NotSentError('late'))).toEqual({
      pause: undefined,
      reason: '',
      isSent: false,
    })
  })

  it('has one for a request that can never be sent', () => {
    const outcome = refusalOutcome(new NotSentError('invalid', 'plant ID'))
    expect(outcome).toMatchObject({ pause: undefined, isSent: false })
    expect(outcome.reason).not.toBe('')
  })
})
