import { expect, it } from 'vitest'
import { answersOf, foldAnswers } from './folded-answers'
import { groupsText } from './groups-text'
import { after, answered, startedRun, testRequest } from './test-runs'

const started = startedRun(4, { canary: 4, answerS: 60 })
const one = after(started, 0, ...answered(0, 0))
const waiting = after(
  one,
  0,
  { kind: 'checking', at: 1 },
  { kind: 'checked', at: 1, alertIds: [] },
  { kind: 'sending', at: 1, request: testRequest(0) },
  { kind: 'settled', at: 1, request: testRequest(0, { settledAtMs: 0, recordId: 'r1' }) },
)
const allButOne = after(one, 0, ...answered(1, 0), ...answered(2, 0, 'ERROR'))

it.each([
  [
    waiting,
    '1 of 4 plants answered, in 1 group of identical answers. The other 3 have no answer, in 2 groups by state.',
  ],
  [
    allButOne,
    '3 of 4 plants answered, in 2 groups of identical answers. The other one has no answer, in 1 group by state.',
  ],
  [
    after(one, 0, ...answered(1, 0), ...answered(2, 0), ...answered(3, 0, 'ERROR')),
    '4 of 4 plants answered, in 2 groups of identical answers.',
  ],
])('counts every group of the table (%#)', (run, text) => {
  expect(groupsText(foldAnswers(answersOf(run)))).toBe(text)
})
