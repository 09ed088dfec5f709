import { batteryLimitKw } from '#sandbox/world/site-model/battery-day'
import type { Site } from '#sandbox/world/site-model/site'
import { minuteMs } from '@/lib/instants'

type BatteryMode =
  | 'CHARGE'
  | 'DISCHARGE'
  | 'HOLD'
  | 'CONTINUOUS_CHARGE'
  | 'CHARGE_ONLY'
  | 'DISCHARGE_ONLY'

/** Command for the battery; kW, and Unix ms or null for no end. */
export interface Order {
  mode: BatteryMode
  powerKw: number
  untilMs: number | null
}

/** Part of each day, in minutes since 00:00 UTC; a slot that ends before it begins continues after midnight. */
export interface Slot {
  fromMin: number
  toMin: number
  mode: 'CHARGE' | 'DISCHARGE' | 'HOLD'
  powerKw: number
}

export interface Settings {
  order: Order | null
  slots: readonly Slot[]
  /** Limits of the state of charge, %. */
  minPct: number
  maxPct: number
  /** Maximum power into the grid, kW; null for no limit. */
  maxExportKw: number | null
}

export const defaultSettings: Settings = {
  order: null,
  slots: [],
  minPct: 5,
  maxPct: 98,
  maxExportKw: null,
}

const dayMinutes = 24 * 60

/** Returns the battery's power (kW, positive while charging); `automaticKw` is its power without orders. */
export function orderedKw(settings: Settings, site: Site, automaticKw: number, atMs: number) {
  const { mode, powerKw } = currentOrder(settings, atMs) ?? { mode: null, powerKw: 0 }
  const limited = Math.min(powerKw, batteryLimitKw(site))
  switch (mode) {
    case null:
      return automaticKw
    case 'CHARGE':
    case 'CONTINUOUS_CHARGE':
      return limited
    case 'DISCHARGE':
      return -limited
    case 'HOLD':
      return 0
    case 'CHARGE_ONLY':
      return Math.max(0, automaticKw)
    case 'DISCHARGE_ONLY':
      return Math.min(0, automaticKw)
  }
}

function currentOrder({ order, slots }: Settings, atMs: number): Omit<Order, 'untilMs'> | null {
  if (order && (order.untilMs === null || atMs < order.untilMs)) return order
  const minute = Math.floor(atMs / minuteMs) % dayMinutes
  return slots.find((slot) => isIn(slot, minute)) ?? null
}

function isIn({ fromMin, toMin }: Slot, minute: number): boolean {
  if (fromMin <= toMin) return minute >= fromMin && minute < toMin
  return minute >= fromMin || minute < toMin
}
