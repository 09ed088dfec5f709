import { expect, it } from 'vitest'
import { seenTargets } from './seen-targets'

it('lists the targets of commands, then the sub-devices that responses name', () => {
  const contents = [{ command: 'HOLD', target: 'BAT1' }, { command: 'HOLD' }]
  const history = [
    { response: '{"data":{"firmware":"4.0","devices":["E1","INV1","BAT1"]}}' },
    { response: '{"target":"R1"}', others: new Map([['target', 'E9']]) },
    { response: '{"devices":[{"externalId":"M-1"},{"name":"NOT_ONE"}]}' },
  ]
  expect(seenTargets(contents, history, 'target')).toEqual([
    'BAT1',
    'E9',
    'E1',
    'INV1',
    'R1',
    'M-1',
  ])
})

it.each([undefined, null, '', '{', '[]', '"E1"', '{"devices":["lower","ÄÖ","A B"]}'])(
  'lists none for the response %j',
  (response) => {
    expect(seenTargets([], [{ response }], null)).toEqual([])
  },
)

it.each([
  ['{"subDevices":[{"id":"R1","type":"CABINET"},{"id":"E2"}]}', ['R1', 'E2']],
  ['{"devices":{"INV1":{"state":"OK"},"BAT1":{}}}', ['INV1', 'BAT1']],
  ['{"data":{"devices":["E1"],"mode":"ECO"}}', ['E1']],
  [`{"devices":["E1"],"a":${'['.repeat(50_000)}${']'.repeat(50_000)}}`, ['E1']],
])('finds the sub-devices in other shapes', (response, expected) => {
  expect(seenTargets([], [{ response }], null)).toEqual(expected)
})

it('lists at most twenty', () => {
  const devices = Array.from({ length: 30 }, (_, index) => `E${index}`)
  expect(seenTargets([], [{ response: JSON.stringify({ devices }) }], null)).toHaveLength(20)
})
