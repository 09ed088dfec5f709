import { expect, it } from 'vitest'
import { energyCsv } from './energy-csv'
import { energyBalance } from '@/domain/energy/energy-balance'

it('writes the day, then the readings, with empty cells for unknown values', () => {
  const energy = {
    date: '2026-11-22',
    produced: 3,
    imported: 0,
    exported: 1,
    selfConsumptionPct: 66.7,
  }
  const atMs = Date.parse('2026-11-22T10:00:00Z')
  const given = {
    plant: { id: 'a1', name: '=Plant, one', serialNumber: 'CPI/21' },
    energy,
    balance: energyBalance(energy),
    unit: 'kWh',
    readAtMs: atMs,
    readings: [{ atMs: atMs - 1_000, everyMs: null, produced: null, imported: 0, exported: 1 }],
    isUnreported: false,
  }
  const { name, content } = energyCsv(given)
  expect(name).toBe('energy-Plant-one-2026-11-22.csv')
  expect(content.split('\r\n').slice(1)).toEqual([
    `"'=Plant, one",CPI/21,2026-11-22,total,2026-11-22T10:00:00.000Z,kWh,3,0,1,66.6667,66.7,100`,
    `"'=Plant, one",CPI/21,2026-11-22,reading,2026-11-22T09:59:59.000Z,kWh,,0,1,,,`,
  ])
  const unreported = energyCsv({ ...given, isUnreported: true }).content
  expect(unreported.split('\r\n')[1]).toContain('"total, not measured"')
})
