import { expect, it } from 'vitest'
import { drawAckDelayMs, drawBehaviour, reconnectDelayMs, steadyBehaviour } from './behaviour'
import { Random } from '#sandbox/world/fleet/random'
import { minuteMs } from '@/lib/instants'

const fleet = Array.from({ length: 4000 }, (_, plant) => drawBehaviour(new Random(1, plant)))
const share = (is: (one: (typeof fleet)[number]) => boolean) =>
  fleet.filter(is).length / fleet.length

it.each([
  ['acknowledge quickly', 0.78, share(({ ack }) => ack === 'quick')],
  ['acknowledge slowly', 0.12, share(({ ack }) => ack === 'slow')],
  ['acknowledge with an error', 0.06, share(({ ack }) => ack === 'error')],
  ['never acknowledge', 0.04, share(({ ack }) => ack === 'never')],
  ['drop off', 0.4, share(({ dropsOff }) => dropsOff !== null)],
  ['use wrong credentials', 0.05, share(({ wrongCredentialChance }) => wrongCredentialChance > 0)],
])('draws the expected share of plants that %s', (_habit, wanted, found) => {
  expect(Math.abs(found - wanted)).toBeLessThan(0.02)
})

it('draws the same behaviour from the same seed', () => {
  expect(drawBehaviour(new Random(5, 6))).toEqual(drawBehaviour(new Random(5, 6)))
})

it('delays acks according to the habit', () => {
  const random = new Random(1, 1)
  const delays = (ack: 'quick' | 'slow') =>
    Array.from({ length: 200 }, () => drawAckDelayMs({ ...steadyBehaviour, ack }, random))
  expect(Math.max(...delays('quick'))).toBeLessThanOrEqual(400)
  expect(Math.min(...delays('slow'))).toBeGreaterThanOrEqual(3000)
  expect(drawAckDelayMs({ ...steadyBehaviour, ackDelayMs: 5 }, random)).toBe(5)
})

it('waits longer after each failure, up to a minute', () => {
  const random = new Random(2, 2)
  for (const [failures, fullMs] of [
    [0, 1000],
    [3, 8000],
    [6, minuteMs],
    [5000, minuteMs],
  ] as const) {
    const delayMs = reconnectDelayMs(failures, random)
    expect(delayMs).toBeGreaterThanOrEqual(fullMs / 2)
    expect(delayMs).toBeLessThanOrEqual(fullMs)
  }
})
