import * as z from 'zod/mini'
import { hasBattery } from './devices'
import { type Settings, type Slot, defaultSettings } from './settings'
import { batteryLimitKw } from '#sandbox/world/site-model/battery-day'
import type { Site } from '#sandbox/world/site-model/site'
import { minuteMs } from '@/lib/instants'
import { lookUp } from '@/lib/look-up'

export interface ActionContext {
  site: Site
  settings: Settings
  nowMs: number
  info: Record<string, unknown>
}

/** Changes caused by a command; `intervalMs` null restores the plant's default. */
export interface Effect {
  settings?: Partial<Settings>
  intervalMs?: number | null
  isReboot?: boolean
}

export type AckResult =
  | { st: 'OK'; msg?: string; data?: Record<string, unknown> }
  | { st: 'ERROR'; err: ErrorCode; msg: string }

type ErrorCode =
  | 'BAD_SIGNATURE'
  | 'EXPIRED'
  | 'UNKNOWN_TARGET'
  | 'NOT_SUPPORTED'
  | 'INVALID_PAYLOAD'
  | 'BUSY'

export interface Outcome {
  result: AckResult
  effect: Effect
}

type Action = (payload: unknown, context: ActionContext) => Outcome

const percent = z.number().check(z.minimum(0), z.maximum(100))
const powerKw = z.number().check(z.gt(0), z.maximum(1_000_000))
const durationMin = z.number().check(z.gt(0), z.maximum(24 * 60))
const timeOfDay = z.string().check(z.regex(/^([01]\d|2[0-3]):[0-5]\d$/))
const nothing = z.object({})
const withPower = z.object({ powerKw })
const withPowerAndTime = z.object({ powerKw, durationMin })
const slot = z.object({
  from: timeOfDay,
  to: timeOfDay,
  mode: z.enum(['CHARGE', 'DISCHARGE', 'HOLD']),
  powerKw: z.optional(powerKw),
})
const seconds = z.object({ seconds: z.int().check(z.minimum(1), z.maximum(3600)) })
const socLimits = z
  .object({ minPct: percent, maxPct: percent })
  .check(z.refine(({ minPct, maxPct }) => minPct < maxPct, { path: ['minPct'] }))

const batteryActions: Record<string, Action> = {
  CHARGE: action(withPowerAndTime, (payload, context) => runFor('CHARGE', payload, context)),
  DISCHARGE: action(withPowerAndTime, (payload, context) => runFor('DISCHARGE', payload, context)),
  CONTINUOUS_CHARGE: action(withPower, (payload, context) =>
    runFor('CONTINUOUS_CHARGE', payload, context),
  ),
  HOLD: action(nothing, () => order('HOLD')),
  CHARGE_ONLY: action(nothing, () => order('CHARGE_ONLY')),
  DISCHARGE_ONLY: action(nothing, () => order('DISCHARGE_ONLY')),
  SET_SOC_LIMITS: action(socLimits, (limits) => done({ settings: limits })),
  SCHEDULE: action(z.object({ slots: z.array(slot).check(z.maxLength(48)) }), ({ slots }) =>
    done({ settings: { slots: slots.map(readSlot) } }),
  ),
  DEFAULT: action(nothing, () => done({ settings: { order: null } })),
  CANCEL_ALL: action(nothing, () => done({ settings: { order: null, slots: [] } })),
}

const plantActions: Record<string, Action> = {
  SET_TELEMETRY_INTERVAL: action(seconds, (payload) =>
    done({ intervalMs: payload.seconds * 1000 }),
  ),
  SET_DEFAULTS: action(nothing, () => done({ settings: defaultSettings, intervalMs: null })),
  GET_INFO: action(nothing, (_payload, { info }) => done({}, { data: info })),
  reboot: action(nothing, () => done({ isReboot: true }, { msg: 'restarting' })),
}

const exportActions: Record<string, Action> = {
  SET_OVERFLOW: action(
    z.object({ maxExportKw: z.number().check(z.minimum(0), z.maximum(1_000_000)) }),
    ({ maxExportKw }) => done({ settings: { maxExportKw } }),
  ),
}

/** Runs the action of a command whose signature and time were checked, if the site supports it. */
export function runAction(name: string, payload: unknown, context: ActionContext): Outcome {
  const known = {
    ...plantActions,
    ...(hasBattery(context.site) && batteryActions),
    ...((context.site.fvePeakPowerKwp ?? 0) > 0 && exportActions),
  }
  const found = lookUp<(typeof known)[string]>(known, name)
  return (
    found?.(payload, context) ?? refused('NOT_SUPPORTED', `this plant does not support ${name}`)
  )
}

export function refused(err: ErrorCode, msg: string): Outcome {
  return { result: { st: 'ERROR', err, msg: msg.slice(0, 200) }, effect: {} }
}

function done(
  effect: Effect,
  more: { msg?: string; data?: Record<string, unknown> } = {},
): Outcome {
  return { result: { st: 'OK', ...more }, effect }
}

function action<T>(
  schema: z.ZodMiniType<T, unknown>,
  run: (payload: T, context: ActionContext) => Outcome,
): Action {
  return (payload, context) => {
    const result = z.safeParse(schema, payload)
    if (result.success) return run(result.data, context)
    const path = result.error.issues[0]?.path.join('.') ?? ''
    return refused('INVALID_PAYLOAD', `${path || 'payload'} is missing or out of range`)
  }
}

function order(mode: 'HOLD' | 'CHARGE_ONLY' | 'DISCHARGE_ONLY'): Outcome {
  return done({ settings: { order: { mode, powerKw: 0, untilMs: null } } })
}

function runFor(
  mode: 'CHARGE' | 'DISCHARGE' | 'CONTINUOUS_CHARGE',
  wanted: { powerKw: number; durationMin?: number },
  { site, nowMs }: ActionContext,
): Outcome {
  const limitKw = batteryLimitKw(site)
  const untilMs = wanted.durationMin === undefined ? null : nowMs + wanted.durationMin * minuteMs
  const settings = { order: { mode, powerKw: wanted.powerKw, untilMs } }
  if (wanted.powerKw <= limitKw) return done({ settings })
  return done({ settings }, { msg: `limited to ${limitKw} kW`, data: { powerKw: limitKw } })
}

function readSlot({ from, to, mode, powerKw: power = 0 }: z.infer<typeof slot>): Slot {
  return { fromMin: minutesOf(from), toMin: minutesOf(to), mode, powerKw: power }
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}
