import { expect, it } from 'vitest'
import { changesBetween } from './plant-changes'

const plant = {
  id: 'p',
  name: 'FVE Tábor',
  serialNumber: 'S-1',
  type: 'GATEWAY',
  status: 'ONLINE',
  lifecycleStatus: 'ACTIVE',
  authMethod: 'MTLS',
}

it("lists changes that affect an action, in the page's words", () => {
  expect(
    changesBetween(plant, { ...plant, lifecycleStatus: 'SUSPENDED', status: 'OFFLINE' }),
  ).toEqual([
    { fact: 'Lifecycle', was: 'Active', is: 'Suspended' },
    { fact: 'Connection', was: 'Online', is: 'Offline' },
  ])
  expect(
    changesBetween(
      { ...plant, certificateSerialNumber: null },
      { ...plant, certificateSerialNumber: '0A' },
    ),
  ).toEqual([{ fact: 'Certificate', was: '', is: '0A' }])
})

it('ignores fields that change with every report, and treats null as missing', () => {
  const now = { ...plant, lastSeenAt: '2026-01-01T00:00:00Z', updatedAt: '2026-01-01T00:00:00Z' }
  expect(changesBetween(plant, { ...now, secretRotatedAt: null })).toEqual([])
})
