import { describe, expect, it } from 'vitest'
import { CommandReceiver, type ReceiveContext, signedAck } from './command-receiver'
import { devicesOf } from './devices'
import { HmacSecrets } from './hmac-secrets'
import { defaultSettings } from './settings'
import type { CommandMessage } from '#sandbox/platform/protocol/messages'
import { signAck, signCommand } from '#sandbox/platform/protocol/signatures'
import { plantId, roof, secret } from '#sandbox/world/field/testing/sample-plant'
import type { Site } from '#sandbox/world/site-model/site'
import { minuteMs } from '@/lib/instants'

const nowMs = Date.UTC(2026, 5, 21, 12)
const meter: Site = { ...roof, fvePeakPowerKwp: null, capacityKwh: null }

function contextOf(more: Partial<ReceiveContext> = {}): ReceiveContext {
  const devices = devicesOf(more.site ?? roof)
  const info = { firmware: '4.0.3' }
  return { site: roof, settings: defaultSettings, nowMs, info, devices, isBusy: false, ...more }
}

function commandText(wanted: Partial<CommandMessage>, signedWith = secret): string {
  const unsigned = { cmdId: 'c1', ts: nowMs, action: 'GET_INFO', payload: {}, ...wanted }
  return JSON.stringify({ sig: signCommand(signedWith, plantId, unsigned), ...unsigned })
}

function receiver(secrets = new HmacSecrets(secret)) {
  return new CommandReceiver(plantId, secrets)
}

function outcome(wanted: Partial<CommandMessage>, more?: Partial<ReceiveContext>) {
  const reception = receiver().receive(commandText(wanted), contextOf(more))
  return 'ignored' in reception ? reception : { ...reception.result, effect: reception.effect }
}

describe('a command', () => {
  it.each([
    ['a foreign signature', { sig: '00'.repeat(32) }, 'BAD_SIGNATURE'],
    ['an age over a minute', { ts: nowMs - minuteMs - 1 }, 'EXPIRED'],
    ['a time more than five minutes ahead', { ts: nowMs + 5 * minuteMs + 1 }, 'EXPIRED'],
    ['an unknown device', { target: 'BAT2' }, 'UNKNOWN_TARGET'],
    ['an unknown action', { action: 'EXPLODE' }, 'NOT_SUPPORTED'],
    ['a name that every object has', { action: 'toString' }, 'NOT_SUPPORTED'],
  ])('is refused with %s', (_what, wanted, err) => {
    expect(outcome(wanted)).toMatchObject({ st: 'ERROR', err, effect: {} })
  })

  it.each([[{ ts: nowMs - minuteMs }], [{ ts: nowMs + 5 * minuteMs }], [{ target: 'INV1' }]])(
    'is accepted: %o',
    (wanted) => {
      expect(outcome(wanted)).toMatchObject({ st: 'OK', data: { firmware: '4.0.3' } })
    },
  )

  it('gets BUSY while the controller is busy', () => {
    expect(outcome({}, { isBusy: true })).toMatchObject({ st: 'ERROR', err: 'BUSY' })
  })

  it('is accepted with the previous secret for an hour after a rotation', () => {
    const secrets = new HmacSecrets('previous')
    secrets.rotate(secret, nowMs)
    const at = (atMs: number, signedWith: string) => {
      const text = commandText({ cmdId: `${atMs}`, ts: atMs }, signedWith)
      const reception = receiver(secrets).receive(text, contextOf({ nowMs: atMs }))
      return 'result' in reception && reception.result.st
    }
    expect(at(nowMs + 60 * minuteMs - 1, 'previous')).toBe('OK')
    expect(at(nowMs + 60 * minuteMs, 'previous')).toBe('ERROR')
    expect(at(nowMs + 60 * minuteMs, secret)).toBe('OK')
    secrets.replace('from a new package')
    expect(secrets.accepted(nowMs)).toEqual(['from a new package'])
  })
})

describe('a repeated command', () => {
  it('is ignored, with any signature', () => {
    const one = receiver()
    one.receive(commandText({}), contextOf())
    for (const again of [commandText({}), commandText({ sig: 'forged' })]) {
      expect(one.receive(again, contextOf())).toEqual({ ignored: 'c1 was repeated' })
    }
  })

  it('is accepted after a forged one with the same ID', () => {
    const one = receiver()
    one.receive(commandText({ sig: 'forged' }), contextOf())
    expect(one.receive(commandText({}), contextOf())).toMatchObject({ result: { st: 'OK' } })
  })

  it('is recognized among the last thousand', () => {
    const one = receiver()
    const send = (cmdId: string) => one.receive(commandText({ cmdId }), contextOf())
    for (let n = 0; n <= 1000; n++) send(`c${n}`)
    expect(send('c1')).toHaveProperty('ignored')
    expect(send('c0')).toHaveProperty('result')
  })
})

describe('an accepted command', () => {
  const untilMs = nowMs + 30 * minuteMs
  it.each([
    [
      { action: 'CHARGE', payload: { powerKw: 20, durationMin: 30 } },
      { settings: { order: { mode: 'CHARGE', powerKw: 20, untilMs } } },
    ],
    [
      { action: 'DISCHARGE', payload: { powerKw: 20, durationMin: 30 } },
      { settings: { order: { mode: 'DISCHARGE', powerKw: 20, untilMs } } },
    ],
    [
      { action: 'CONTINUOUS_CHARGE', payload: { powerKw: 20 } },
      { settings: { order: { mode: 'CONTINUOUS_CHARGE', powerKw: 20, untilMs: null } } },
    ],
    [{ action: 'HOLD' }, { settings: { order: { mode: 'HOLD', powerKw: 0, untilMs: null } } }],
    [{ action: 'DEFAULT' }, { settings: { order: null } }],
    [{ action: 'CANCEL_ALL' }, { settings: { order: null, slots: [] } }],
    [
      { action: 'SET_SOC_LIMITS', payload: { minPct: 10, maxPct: 90 } },
      { settings: { minPct: 10, maxPct: 90 } },
    ],
    [{ action: 'SET_OVERFLOW', payload: { maxExportKw: 0 } }, { settings: { maxExportKw: 0 } }],
    [
      {
        action: 'SCHEDULE',
        payload: { slots: [{ from: '02:00', to: '05:30', mode: 'CHARGE', powerKw: 40 }] },
      },
      { settings: { slots: [{ fromMin: 120, toMin: 330, mode: 'CHARGE', powerKw: 40 }] } },
    ],
    [{ action: 'SET_TELEMETRY_INTERVAL', payload: { seconds: 60 } }, { intervalMs: minuteMs }],
    [{ action: 'SET_DEFAULTS' }, { settings: defaultSettings, intervalMs: null }],
    [{ action: 'reboot' }, { isReboot: true }],
  ])('has its effect: %o', (wanted, effect) => {
    expect(outcome(wanted)).toMatchObject({ st: 'OK', effect })
  })

  it('is limited to the power of the battery, and says so', () => {
    expect(outcome({ action: 'CHARGE', payload: { powerKw: 80, durationMin: 5 } })).toMatchObject({
      st: 'OK',
      msg: 'limited to 50 kW',
      data: { powerKw: 50 },
    })
  })

  it.each([
    ['CHARGE', {}, 'powerKw'],
    ['CHARGE', { powerKw: 20 }, 'durationMin'],
    ['CHARGE', { powerKw: -5, durationMin: 30 }, 'powerKw'],
    ['SET_SOC_LIMITS', { minPct: 90, maxPct: 10 }, 'minPct'],
    ['SET_SOC_LIMITS', { minPct: 10, maxPct: 101 }, 'maxPct'],
    ['SET_TELEMETRY_INTERVAL', { seconds: 0 }, 'seconds'],
    ['SET_TELEMETRY_INTERVAL', { seconds: 3601 }, 'seconds'],
    ['SET_OVERFLOW', { maxExportKw: '100' }, 'maxExportKw'],
    ['SCHEDULE', { slots: [{ from: '25:00', to: '05:00', mode: 'HOLD' }] }, 'slots.0.from'],
  ])('is refused with the wrong field: %s %o', (action, payload, path) => {
    const msg = expect.stringContaining(path) as string
    expect(outcome({ action, payload })).toMatchObject({ err: 'INVALID_PAYLOAD', msg, effect: {} })
  })

  it.each(['CHARGE', 'HOLD', 'SET_SOC_LIMITS', 'SET_OVERFLOW'])(
    'is not supported without its device: %s',
    (action) => {
      expect(outcome({ action }, { site: meter })).toMatchObject({ err: 'NOT_SUPPORTED' })
    },
  )
})

it('signs each ack with a new nonce', () => {
  const sender = { plantId, secret, nowMs }
  const [one, other] = [1, 2].map(() => signedAck(sender, 'c1', { st: 'OK', data: { soc: 50 } }))
  expect(one?.sig).toBe(one && signAck(secret, plantId, one))
  expect(one).toMatchObject({ cmdId: 'c1', ts: nowMs, st: 'OK', data: { soc: 50 } })
  expect(one?.n).not.toBe(other?.n)
})
