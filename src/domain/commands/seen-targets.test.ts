import { expect, it } from 'vitest'
import { seenTargets } from './seen-targets'

it('lists the targets of commands, then the sub-devices that responses name', () => {
  const contents = [{ command: 'HOLD', target: 'BAT1' }, { command: 'HOLD' }]
  const history = [
    { response: '{"data":{"firmware":"4.0","devices":["E1","INV1","BAT1"]}}' },
    { response: '{"target":"R1"}' },
    { response: '{"devices":[{"externalId":"M-1"},{"name":"NOT_ONE"}]}' },
  ]
  expect(seenTargets(contents, history)).toEqual(['BAT1', 'E1', 'INV1', 'R1', 'M-1'])
})

it.each([undefined, null, '', '{', '[]', '"E1"', '{"devices":["lower","ÄÖ","A B"]}'])(
  'lists none for the response %j',
  (response) => {
    expect(seenTargets([], [{ response }])).toEqual([])
  },
)

it('lists at most twenty', () => {
  const devices = Array.from({ length: 30 }, (_, index) => `E${index}`)
  expect(seenTargets([], [{ response: JSON.stringify({ devices }) }])).toHaveLength(20)
})
