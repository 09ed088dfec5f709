import type { Page } from '@playwright/test'
import type { Organization } from './organization'

const dayMs = 86_400_000
export const fromNow = (days: number) => new Date(Date.now() + days * dayMs).toISOString()
/** Returns the value beside a label on a plant's page. */
export const fact = (page: Page, label: string) =>
  page
    .getByRole('term')
    .filter({ hasText: new RegExp(`^${label}$`) })
    .locator('xpath=following-sibling::dd')
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
  createdAt: fromNow(-500),
  activatedAt: fromNow(-490),
  updatedAt: fromNow(-20),
  lastSeenAt: fromNow(-0.01),
  lastAuthFailureAt: fromNow(-6),
  authFailureCount: 1204,
  certificateExpiresAt: fromNow(20.5),
  secretRotatedAt: fromNow(-100),
  metadata,
}

/** Sets up a plant with a template of fifteen signals, a group, an alert and commands; returns its id. */
export async function fullPlant(org: Organization): Promise<string> {
  const answer = await org.call('GET', '/plants?limit=30')
  const { data } = (await answer.json()) as {
    data: { id: string; template: { name: string } | null }[]
  }
  const plant = data.find(({ template }) => template?.name === 'PV with battery and load')
  const plantId = plant?.id ?? ''
  await org.changePlant(plantId, facts)
  await org.addGroups(plantId, ['West'])
  const alert = { severity: 'ERROR', status: 'RESOLVED', message: 'Inverter too hot' }
  const times = { createdAt: fromNow(-5), acknowledgedAt: fromNow(-4), resolvedAt: fromNow(-3) }
  await org.addAlerts(plantId, [{ ...alert, ...times, acknowledgedBy: 'jana' }])
  const sentAt = fromNow(-2)
  const soonAfter = new Date(Date.parse(sentAt) + 1_400).toISOString()
  await org.addCommands(plantId, [
    { command: 'HOLD', sentAt, createdAt: sentAt, ackedAt: soonAfter, responseStatus: 'OK' },
    { command: 'reboot', sentAt: fromNow(-1), createdAt: fromNow(-1) },
  ])
  return plantId
}
