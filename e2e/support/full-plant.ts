import type { Page } from '@playwright/test'
import { dayMs, fromNow } from './instants'
import type { Organization } from './organization'

export const timelineOf = (page: Page) => page.getByRole('list', { name: 'Timeline' })
export const mapOf = (page: Page) => page.getByRole('img', { name: /^Map around/ })

export const metadata =
  '{"meter":9007199254740993,"k":1,"k":2,"roof":{"angle":35.50,"faces":["S","W"]}}'
export const facts = {
  name: 'FVE Zlín',
  serialNumber: 'OVERVIEW-1',
  type: 'GATEWAY',
  lifecycleStatus: 'ACTIVE',
  description: 'Behind the dairy <b>',
  tag: 'pilot',
  latitude: 49.2244,
  longitude: 17.6628,
  fvePeakPowerKwp: 0,
  capacityKwh: 1250.5,
  plantWithLoad: false,
  configEnabled: true,
  esiState: 'PLC_READY',
  externalPlantId: 'ESM-77',
  createdAt: fromNow(-500 * dayMs),
  activatedAt: fromNow(-490 * dayMs),
  updatedAt: fromNow(-20 * dayMs),
  lastSeenAt: fromNow(-0.01 * dayMs),
  lastAuthFailureAt: fromNow(-6 * dayMs),
  authFailureCount: 1204,
  certificateExpiresAt: fromNow(20.5 * dayMs),
  secretRotatedAt: fromNow(-100 * dayMs),
  metadata,
}

/** Sets up a plant with a template of fifteen signals, a group, an alert and commands; returns its id. */
export async function fullPlant(org: Organization): Promise<string> {
  const { data } = await org.read<{
    data: { id: string; template: { name: string } | null }[]
  }>('/plants?limit=30')
  const plant = data.find(({ template }) => template?.name === 'PV with battery and load')
  const plantId = plant?.id ?? ''
  await org.changePlant(plantId, facts)
  await org.addGroups(plantId, ['West'])
  const alert = { severity: 'ERROR', status: 'RESOLVED', message: 'Inverter too hot' }
  const times = {
    createdAt: fromNow(-5 * dayMs),
    acknowledgedAt: fromNow(-4 * dayMs),
    resolvedAt: fromNow(-3 * dayMs),
  }
  await org.addAlerts(plantId, [{ ...alert, ...times, acknowledgedBy: 'jana' }])
  const sentAt = fromNow(-2 * dayMs)
  const soonAfter = new Date(Date.parse(sentAt) + 1_400).toISOString()
  await org.addCommands(plantId, [
    { command: 'HOLD', sentAt, createdAt: sentAt, ackedAt: soonAfter, responseStatus: 'OK' },
    { command: 'reboot', sentAt: fromNow(-1 * dayMs), createdAt: fromNow(-1 * dayMs) },
  ])
  return plantId
}
