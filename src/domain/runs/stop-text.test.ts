import { expect, it } from 'vitest'
import type { Run } from './run-progress'
import { stopText } from './stop-text'
import { after, answered, startedRun, testRequest } from './test-runs'

const started = startedRun(4, { canary: 4, answerS: 60 })
const sending = (at: number) => [
  { kind: 'checking', at } as const,
  { kind: 'checked', at, alertIds: [] } as const,
  { kind: 'sending', at, request: testRequest(0) } as const,
]
const going = after(started, 0, ...answered(0, 0), ...sending(1))

const cases: [name: string, run: Run, sentences: string[]][] = [
  [
    'a run that is sending',
    going,
    [
      'The run goes on until you confirm. After that, nothing more is sent.',
      'So far, nothing has been sent to 2 plants.',
      '1 request is under way and can’t be taken back. Its outcome is still checked.',
    ],
  ],
  [
    'a run without a request under way',
    started,
    [
      'The run goes on until you confirm. After that, nothing more is sent.',
      'So far, nothing has been sent to 4 plants.',
    ],
  ],
  [
    'a run that has sent everything',
    after(going, 0, ...sending(2), ...sending(3)),
    [
      'The run goes on until you confirm. After that, nothing more is sent.',
      '3 requests are under way and can’t be taken back. Their outcomes are still checked.',
    ],
  ],
  [
    'a paused run',
    after(going, 0, { kind: 'pause', reason: 'user' }),
    [
      'The run is paused. Once you confirm, nothing more is sent.',
      'So far, nothing has been sent to 2 plants.',
      '1 request is under way and can’t be taken back. Its outcome is still checked.',
    ],
  ],
]

it.each(cases)('says what stopping does to %s', (_, run, sentences) => {
  expect(stopText(run)).toEqual([
    ...sentences,
    'A stopped run can’t go on, but the rest can be planned as a new one.',
  ])
})

it('promises nothing about a run that ended while the question was open', () => {
  expect(stopText(after(going, 0, { kind: 'stop' }))).toEqual([])
})
