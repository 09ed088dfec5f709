import { describe, expect, it } from 'vitest'
import { ControlledSite } from './controlled-site'
import { fieldsOf } from './devices'
import { sampleOf } from './sensors'
import { type Order, defaultSettings } from './settings'
import { roof } from '#sandbox/world/field/testing/sample-plant'
import { type Site, stepMs } from '#sandbox/world/site-model/site'
import { momentAt, momentsOfDay } from '#sandbox/world/site-model/site-day'
import { hourMs, minuteMs } from '@/lib/instants'

const dayStartMs = Date.UTC(2026, 5, 21)
const noonMs = dayStartMs + 12 * hourMs
const charge = (powerKw: number, untilMs: number | null): Order => ({
  mode: 'CHARGE',
  powerKw,
  untilMs,
})

describe('a site under commands', () => {
  it('equals the model while it gets no commands', () => {
    const site = new ControlledSite(roof)
    for (let atMs = dayStartMs; atMs < dayStartMs + 30 * hourMs; atMs += 700_000) {
      expect(site.at(atMs)).toMatchObject(momentAt(roof, atMs))
    }
  })

  it('counts the energy of its modules since midnight', () => {
    const moments = momentsOfDay(roof, dayStartMs, noonMs)
    const energyKwh = moments.reduce((sum, { pvKw }) => sum + pvKw / 12, 0)
    const site = new ControlledSite(roof)
    expect(site.at(noonMs).pvEnergyKwh).toBeCloseTo(energyKwh, -1)
    expect(site.at(dayStartMs + 24 * hourMs).pvEnergyKwh).toBe(0)
  })

  it('charges for the ordered time, which changes its state of charge', () => {
    const site = new ControlledSite(roof)
    const untilMs = dayStartMs + 2 * hourMs
    const before = site.at(dayStartMs + hourMs).soc ?? 0
    site.set({ order: charge(20, untilMs) }, dayStartMs + hourMs)
    expect(site.at(untilMs - 1).batteryKw).toBe(20)
    const after = site.at(untilMs)
    expect(after.soc).toBeCloseTo(before + 20, 1)
    expect(after.batteryKw).toBe(momentAt(roof, untilMs).batteryKw)
    expect(after.gridKw).toBe(after.loadKw + after.batteryKw - after.productionKw)
  })

  it('stops at the limits of its state of charge', () => {
    const site = new ControlledSite(roof)
    site.set({ order: charge(1000, null), maxPct: 80 }, dayStartMs)
    for (let atMs = dayStartMs; atMs <= noonMs; atMs += minuteMs) {
      const { batteryKw, soc } = site.at(atMs)
      expect(batteryKw).toBeLessThanOrEqual(50)
      expect(soc).toBeLessThanOrEqual(80.5)
    }
    expect(site.at(noonMs).soc).toBeGreaterThan(79)
    site.set({ order: { mode: 'DISCHARGE', powerKw: 1000, untilMs: null }, minPct: 30 }, noonMs)
    expect(site.at(noonMs + 6 * hourMs).soc).toBeCloseTo(30, 0)
  })

  it('holds its battery, and allows only a single direction', () => {
    const site = new ControlledSite(roof)
    const power = (mode: Order['mode'], atMs: number) => {
      site.set({ order: { mode, powerKw: 0, untilMs: null } }, atMs)
      return site.at(atMs).batteryKw
    }
    // At two in the morning, the battery discharges on its own.
    const nightMs = dayStartMs + 2 * hourMs
    expect(momentAt(roof, nightMs).batteryKw).toBeLessThan(0)
    expect(power('HOLD', nightMs)).toBe(0)
    expect(power('CHARGE_ONLY', nightMs)).toBe(0)
    expect(power('DISCHARGE_ONLY', nightMs)).toBeLessThan(0)
  })

  it('follows its schedule, even over midnight, but an order takes precedence', () => {
    const site = new ControlledSite(roof)
    const slots = [{ fromMin: 23 * 60, toMin: 60, mode: 'CHARGE', powerKw: 5 } as const]
    site.set({ slots }, dayStartMs)
    expect(site.at(dayStartMs + hourMs / 2).batteryKw).toBe(5)
    site.set({ order: charge(7, null) }, dayStartMs + 0.6 * hourMs)
    expect(site.at(dayStartMs + 0.7 * hourMs).batteryKw).toBe(7)
    site.set({ order: null }, dayStartMs + 0.8 * hourMs)
    expect(site.at(dayStartMs + 1.5 * hourMs).batteryKw).toBeLessThan(0)
    expect(site.at(dayStartMs + 23.5 * hourMs).batteryKw).toBe(5)
  })

  it('limits its modules to the permitted export', () => {
    const park: Site = { ...roof, capacityKwh: null, plantWithLoad: false }
    const site = new ControlledSite(park)
    site.set({ ...defaultSettings, maxExportKw: 1 }, dayStartMs)
    expect(momentAt(park, noonMs).gridKw).toBeLessThan(-1)
    expect(site.at(noonMs).gridKw).toBeCloseTo(-1, 9)
  })
})

describe('sensors', () => {
  const read = (site: Site, atMs: number, seed = 1, fields = fieldsOf(site)) =>
    sampleOf(site, new ControlledSite(site).at(atMs), { fields, seed })

  it('measure the quantities of the site', () => {
    const { ts, values } = read(roof, noonMs)
    expect(ts).toBe(noonMs)
    expect(Object.keys(values)).toEqual(fieldsOf(roof))
    expect(values.voltage).toBeGreaterThan(225)
    expect(values.frequency).toBeGreaterThanOrEqual(49.97)
    expect(values.frequency).toBeLessThanOrEqual(50.03)
    const { gridPowerKw = 0, loadPowerKw = 0, batteryPowerKw = 0, pvPowerKw = 0 } = values
    expect(gridPowerKw).toBeCloseTo(loadPowerKw + batteryPowerKw - pvPowerKw, 2)
  })

  it('deviate only by seed and time', () => {
    expect(read(roof, noonMs)).toEqual(read({ ...roof }, noonMs))
    expect(read(roof, noonMs, 2)).not.toEqual(read(roof, noonMs, 1))
  })

  it('report the requested fields for which there are sensors', () => {
    const { values } = read(roof, noonMs, 1, ['soc', 'noSuchThing', 'constructor'])
    expect(Object.keys(values)).toEqual(['soc'])
  })

  it('report a running engine', () => {
    const biogas: Site = { ...roof, fvePeakPowerKwp: null, capacityKwh: null, hasEngine: true }
    const { values, bits } = read(biogas, noonMs)
    expect(values.electricPowerKw).toBeGreaterThan(50)
    expect(values.gasFlow).toBeGreaterThan(10)
    expect(bits).toBe(1)
  })

  it('report an open door occasionally and smoke rarely', () => {
    const year = Array.from({ length: 365 * 24 * 12 }, (_, at) => dayStartMs + at * stepMs)
    const moment = new ControlledSite(roof).at(noonMs)
    const bits = year.map(
      (atMs) => sampleOf(roof, { ...moment, atMs }, { fields: [], seed: 9 }).bits,
    )
    const share = (bit: number) => bits.filter((one = 0) => one & (1 << bit)).length / bits.length
    expect(share(0)).toBeGreaterThan(0.0005)
    expect(share(0)).toBeLessThan(0.01)
    expect(share(4)).toBeLessThan(0.001)
  })
})
