import { expect, it } from 'vitest'
import { sentByRun } from './sent-by-run'
import { testDocument, testRequest } from './test-runs'

const document = testDocument([])
const request = testRequest(5, { settledAtMs: 6, recordId: 'r0', givenUpAtMs: 9 })

it('returns the command of a plant’s request, without what only a run knows', () => {
  expect(sentByRun(document, { plantId: 'p0', request })).toEqual({
    key: 'key-5',
    content: { command: 'GET_INFO' },
    clickedAtMs: 5,
    settledAtMs: 6,
    seenIds: [],
    recordId: 'r0',
    matchedId: undefined,
    refusal: undefined,
  })
})

it('returns nothing before the request, and for a change of the lifecycle', () => {
  expect(sentByRun(document, { plantId: 'p0', wave: 0 })).toBeUndefined()
  expect(sentByRun({ action: { kind: 'suspend' } }, { plantId: 'p0', request })).toBeUndefined()
})
