import { describe, expect, it } from 'vitest'
import { leftMs, noAnswersText, stepText } from './run-summary'
import { progressText } from './run-tally'
import { after, answered, startedRun, testRequest } from './test-runs'

const settings = { canary: 2, waveSize: 3, bakeS: 10, perMinute: 60, answerS: 60 }
const started = startedRun(5, settings)
const watched = { kind: 'watched', watch: { readAtMs: 20_000, problems: [] } } as const
const baking = after(started, 1_000, ...answered(0, 1_000), ...answered(1, 1_000))
const wave1 = after(baking, 20_000, { ...watched, at: 0 }, { ...watched, at: 1 })

describe('stepText', () => {
  it('counts the first plants', () => {
    const one = after(started, 1_000, ...answered(0, 1_000), { kind: 'checking', at: 1 })
    expect(stepText(one, 1_000)).toBe('First plants: sent to 1 of 2 plants, 1 answered.')
  })

  it('counts no unknown outcome as sent or answered', () => {
    const lost = after(
      started,
      1_000,
      { kind: 'checking', at: 0 },
      { kind: 'checked', at: 0, alertIds: [] },
      { kind: 'sending', at: 0, request: testRequest(0) },
      { kind: 'settled', at: 0, request: testRequest(0, { settledAtMs: 1_000 }) },
    )
    expect(stepText(lost, 1_000)).toBe('First plants: sent to 0 of 2 plants, 0 answered.')
  })

  it('says how long answers may take, and leaves their number to the count of all plants', () => {
    const sent = after(started, 1_000, ...answered(0, 1_000).slice(0, 4))
    expect(progressText(sent)).toContain('1 answer still awaited')
    expect(stepText(sent, 1_000)).toBe(
      'First plants: sent to 1 of 2 plants, 0 answered. Time left to answer: 1:00.',
    )
    expect(stepText(sent, 61_000)).toBe('First plants: sent to 1 of 2 plants, 0 answered.')
  })

  it('counts down while they are watched', () => {
    expect(stepText(baking, 1_000)).toMatch(
      /^The first plants answered OK and are watched for another 0:10\.$/,
    )
    expect(stepText(baking, 10_500)).toMatch(/watched for another 0:01\.$/)
    expect(stepText(baking, 11_000)).toBe('Checking the first plants.')
  })

  it('names a single first plant as one', () => {
    const one = startedRun(2, { ...settings, canary: 1 })
    expect(stepText(one, 0)).toBe('First plant: sent to 0 of 1 plant, 0 answered.')
    const watching = after(one, 1_000, ...answered(0, 1_000))
    expect(stepText(watching, 1_000)).toBe(
      'The first plant answered OK and is watched for another 0:10.',
    )
    expect(stepText(watching, 11_000)).toBe('Checking the first plant.')
  })

  it('says what a change did', () => {
    const action = { kind: 'suspend' } as const
    const suspending = { ...baking, document: { ...baking.document, action } }
    expect(stepText(suspending, 1_000)).toBe(
      'The first plants were suspended and are watched for another 0:10.',
    )
  })

  it('counts the places of a wave, and a plant that is only being read was not sent to', () => {
    expect(wave1.progress.wave).toBe(1)
    const two = after(wave1, 21_000, ...answered(2, 21_000), { kind: 'checking', at: 3 })
    expect(stepText(two, 21_000)).toBe('Wave 1: sent to 1 of 3 plants, 1 answered.')
  })
})

describe('leftMs', () => {
  it('adds the requests that are left, and the time of watching', () => {
    // It isn't known when the first plants answer.
    expect(leftMs(started, 0)).toBe(0)
    expect(leftMs(baking, 5_000)).toBe(6_000 + 3 * 1_000 + 2_000)
    expect(leftMs(wave1, 21_000)).toBe(3 * 1_000 + 2_000)
  })

  it('is nothing once every plant had its turn', () => {
    const all = after(wave1, 21_000, ...[2, 3, 4].flatMap((at) => answered(at, 21_000)))
    expect(leftMs(all, 22_000)).toBe(0)
    expect(leftMs(after(startedRun(1), 0, ...answered(0, 0)), 60_000)).toBe(0)
  })
})

describe('noAnswersText', () => {
  const request = testRequest(0)
  const sent = after(
    started,
    0,
    { kind: 'checking', at: 0 },
    { kind: 'checked', at: 0, alertIds: [] },
    { kind: 'sending', at: 0, request },
  )
  const stopped = (change: Partial<typeof request>, readAtMs = 0) =>
    after(
      sent,
      0,
      { kind: 'settled', at: 0, request: { ...request, settledAtMs: 0, ...change } },
      { kind: 'evidence', at: 0, evidence: { readAtMs, recordIds: [] } },
      { kind: 'stop' },
    )

  it('promises answers while the run goes on, and while one is awaited after it', () => {
    const yet = { title: 'No answers yet' }
    expect(noAnswersText(started)).toMatchObject(yet)
    expect(noAnswersText(stopped({ recordId: 'r' }))).toMatchObject(yet)
  })

  it('promises none once the run is over', () => {
    expect(noAnswersText(stopped({ refusal: 'No.' }))).toEqual({
      title: 'No plant answered',
      text: 'The run is over. No plant was sent the command.',
    })
    const record = { id: 'r', sentAt: new Date(0).toISOString(), createdAt: null, ackedAt: null }
    const evidence = { readAtMs: 99_000, recordIds: ['r'], record }
    const silent = after(stopped({ recordId: 'r' }), 0, { kind: 'evidence', at: 0, evidence })
    expect(noAnswersText(silent)).toEqual({ title: 'No plant answered', text: 'The run is over.' })
  })

  it('claims nothing of plants whose command has an unknown outcome', () => {
    expect(noAnswersText(stopped({}))).toEqual({
      title: 'No answers found',
      text: 'The run is over. 1 plant may have received the command.',
    })
  })
})
