import { expect, it } from 'vitest'
import { energyExport } from './energy-export'
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
    plant: { id: 'p1', name: '=Plant, one', serialNumber: 'CPI/21' },
    energy,
    balance: energyBalance(energy),
    unit: 'kWh',
    readAtMs: atMs,
    readings: [{ atMs: atMs - 1_000, everyMs: null, produced: null, imported: 0, exported: 1 }],
    isUnreported: false,
  }
  const table = energyExport(given)
  expect(table.fileName).toBe('energy-Plant-one-2026-11-22')
  expect(table.rowCount).toBe(2)
  expect([...table.rows]).toEqual([
    ['=Plant, one', 'CPI/21', '2026-11-22', 'total', atMs, 'kWh', 3, 0, 1, 66.6667, 66.7, 100],
    [
      '=Plant, one',
      'CPI/21',
      '2026-11-22',
      'reading',
      atMs - 1_000,
      'kWh',
      null,
      0,
      1,
      null,
      null,
      null,
    ],
  ])
  const [unreported] = energyExport({ ...given, isUnreported: true }).rows
  expect(unreported?.[3]).toBe('total, not measured')
  const unreadable = { ...energy, imported: null, unreadable: ['imported'] }
  const [total] = energyExport({ ...given, energy: unreadable }).rows
  expect(total?.slice(6, 9)).toEqual([3, 'unreadable', 1])
})
