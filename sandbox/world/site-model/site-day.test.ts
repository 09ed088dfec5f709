import { describe, expect, it } from 'vitest'
import { batteryLimitKw } from './battery-day'
import { type Site, type SiteMoment, stepMs } from './site'
import { momentAt, momentsOfDay } from './site-day'
import { dayMs, hourMs } from '@/lib/instants'

const june = Date.UTC(2026, 5, 21)
const december = Date.UTC(2026, 11, 21)

const roof: Site = {
  seed: 'roof',
  latitude: 50,
  longitude: 15,
  fvePeakPowerKwp: 10,
  capacityKwh: 12,
  plantWithLoad: true,
  hasEngine: false,
}
const bare: Site = { ...roof, fvePeakPowerKwp: null, capacityKwh: null, plantWithLoad: false }
const sites: Record<string, Site> = {
  roof,
  factory: { ...roof, seed: 'factory', fvePeakPowerKwp: 300, capacityKwh: 200 },
  park: { ...roof, seed: 'park', fvePeakPowerKwp: 5000, capacityKwh: 4000, plantWithLoad: false },
  storage: { ...bare, seed: 'storage', capacityKwh: 12_000 },
  biogas: { ...bare, seed: 'biogas', hasEngine: true },
  metering: { ...bare, seed: 'metering', plantWithLoad: true },
  unplaced: { ...roof, seed: 'unplaced', latitude: null, longitude: null, plantWithLoad: null },
}
const eachSite = Object.entries(sites).map(([name, site]) => ({ name, site }))

const dayOf = (site: Site, dayStartMs: number) =>
  momentsOfDay(site, dayStartMs, dayStartMs + dayMs - stepMs)
const kwh = (moments: readonly SiteMoment[], of: (moment: SiteMoment) => number) =>
  moments.reduce((sum, moment) => sum + of(moment) / 12, 0)

describe('a photovoltaic day', () => {
  it('has no power at night', () => {
    const night = [june + 23 * hourMs, december + 17 * hourMs, december + 5 * hourMs]
    expect(night.map((atMs) => momentAt(roof, atMs).pvKw)).toEqual([0, 0, 0])
  })

  it.each(['a', 'b', 'c', 'd'])('yields far more in June than in December (%s)', (seed) => {
    const month = (startMs: number) =>
      Array.from({ length: 30 }, (_, day) => dayOf({ ...roof, seed }, startMs + day * dayMs))
    const [inJune, inDecember] = [june - 15 * dayMs, december - 15 * dayMs].map((startMs) =>
      kwh(month(startMs).flat(), ({ pvKw }) => pvKw),
    )
    expect(inJune).toBeGreaterThan(2 * (inDecember ?? 0))
  })

  it.each(['a', 'b', 'c', 'd', 'e'])('yields a realistic amount per kWp and year (%s)', (seed) => {
    const site: Site = { ...bare, seed, fvePeakPowerKwp: 1 }
    const startMs = Date.UTC(2026, 0, 1)
    const year = momentsOfDay(site, startMs, startMs + 365 * dayMs - stepMs)
    expect(kwh(year, ({ pvKw }) => pvKw)).toBeGreaterThan(800)
    expect(kwh(year, ({ pvKw }) => pvKw)).toBeLessThan(1200)
    expect(Math.max(...year.map(({ pvKw }) => pvKw))).toBeLessThanOrEqual(1.05)
    expect(Math.max(...year.map(({ pvKw }) => pvKw))).toBeGreaterThan(0.65)
  })
})

describe.each(eachSite)('the site $name', ({ site }) => {
  const days = [june, december].flatMap((startMs) => [
    ...dayOf(site, startMs),
    ...dayOf(site, startMs + dayMs),
  ])

  it('has balanced powers', () => {
    for (const moment of days) {
      expect(moment.productionKw).toBe(moment.pvKw + moment.engineKw)
      expect(moment.gridKw).toBe(moment.loadKw + moment.batteryKw - moment.productionKw)
      expect(moment.loadKw).toBeGreaterThan(0)
    }
  })

  it('keeps its battery within the limits, even over midnight', () => {
    const socs = days.map(({ soc }) => soc)
    if (site.capacityKwh === null) {
      expect(new Set(socs)).toEqual(new Set([null]))
      expect(days.every(({ batteryKw }) => batteryKw === 0)).toBe(true)
      return
    }
    for (const { soc, batteryKw } of days) {
      expect(soc).toBeGreaterThanOrEqual(9.999)
      expect(soc).toBeLessThanOrEqual(95.001)
      expect(Math.abs(batteryKw)).toBeLessThanOrEqual(batteryLimitKw(site))
    }
    const atMidnight = june + dayMs
    const before = momentAt(site, atMidnight - 1).soc ?? 0
    expect(momentAt(site, atMidnight).soc).toBeCloseTo(before, 3)
    expect(new Set(days.map(({ batteryKw }) => Math.sign(batteryKw)))).toContain(1)
    expect(new Set(days.map(({ batteryKw }) => Math.sign(batteryKw)))).toContain(-1)
  })

  it('is the same for the same seed and differs for another', () => {
    expect(dayOf({ ...site }, june)).toEqual(dayOf(site, june))
    expect(dayOf({ ...site, seed: 'another' }, june)).not.toEqual(dayOf(site, june))
  })

  it('has the same power at a moment as in its day', () => {
    const untilMs = june + 13 * hourMs + 123_456
    const moments = momentsOfDay(site, june, untilMs)
    expect(moments).toHaveLength(13 * 12 + 2)
    expect(moments.at(-1)?.atMs).toBe(untilMs)
    for (const moment of moments) expect(momentAt({ ...site }, moment.atMs)).toEqual(moment)
  }, 20_000)
})

describe('load and engine', () => {
  it('are low on a Sunday at a business', () => {
    const factory = { ...roof, fvePeakPowerKwp: 300 }
    const [sunday, monday] = [june, june + dayMs].map((startMs) =>
      kwh(dayOf(factory, startMs), ({ loadKw }) => loadKw),
    )
    expect(monday).toBeGreaterThan(1.5 * (sunday ?? 0))
  })

  it('are small at a site without people', () => {
    const park = { ...roof, fvePeakPowerKwp: 5000, capacityKwh: null, plantWithLoad: false }
    expect(Math.max(...dayOf(park, june).map(({ loadKw }) => loadKw))).toBeLessThan(20)
  })

  it('include base load from an engine, day and night', () => {
    const powers = dayOf({ ...bare, hasEngine: true }, december).map(({ engineKw }) => engineKw)
    expect(Math.min(...powers)).toBeGreaterThan(0.7 * Math.max(...powers))
  })
})

it('returns no moments before the day', () => {
  expect(momentsOfDay(roof, june, june - 1)).toEqual([])
  expect(momentsOfDay(roof, june, june)).toEqual([momentAt(roof, june)])
})
