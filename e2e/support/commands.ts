import { type Locator, type Page, expect } from '@playwright/test'
import { button, openDialog } from './dialogs'
import { onePlant } from './one-plant'
import type { Organization, PageFixtures } from './organization'
import type { Fault, Role } from './test-control'

/** Opens the commands of one plant as an operator. */
export async function openCommands(
  { page, organization }: PageFixtures,
  { plant, role = 'operator' }: { plant?: Record<string, unknown>; role?: Role } = {},
) {
  const { id, rows } = onePlant({ status: 'ONLINE', ...plant })
  const org = await organization({ rows })
  await org.open(page, `/plants/${id}/commands`, role)
  await expect(commandField(page)).toBeVisible()
  return { id, org }
}

/** Sets up a fleet, and returns a plant of it whose template has CHARGE among its actions. */
export async function chargingPlant(organization: PageFixtures['organization']) {
  const org = await organization({ plants: 40 })
  const { data } = await org.read<{
    data: { id: string; template?: { actions?: { command: string }[] } | null }[]
  }>('/plants?limit=40')
  const found = data.find(({ template }) =>
    template?.actions?.some(({ command }) => command === 'CHARGE'),
  )
  if (!found) throw new Error('no plant can charge')
  return { org, id: found.id }
}

export const commandField = (page: Page): Locator => page.getByRole('combobox', { name: 'Command' })
export const payloadField = (page: Page): Locator => page.getByRole('textbox', { name: 'Payload' })

/** The commands of the last hour that this browser sent. */
export const sentItems = (page: Page): Locator =>
  page.getByRole('list', { name: 'Sent from this browser' }).getByRole('listitem')

/** Fills in a command and opens its confirmation. */
export async function reviewCommand(page: Page, command: string, payload = ''): Promise<void> {
  await commandField(page).fill(command)
  await payloadField(page).fill(payload)
  await button(page, 'Send command').click()
  await expect(openDialog(page)).toContainText('What is sent')
}

/** Fills in a command, confirms it and waits until the dialog is done with it. */
export async function sendCommand(page: Page, command: string, payload = ''): Promise<void> {
  await reviewCommand(page, command, payload)
  await button(page, `Send ${command}`).click()
}

/** Makes requests that send commands fail. */
export const faultSending = (org: Organization, fault: Omit<Fault, 'method' | 'path'>) =>
  org.fault({ method: 'POST', path: '/commands$', ...fault })

/** Number of commands that the platform has recorded for a plant. */
export async function recordedCommands(org: Organization, plantId: string): Promise<number> {
  const { meta } = await org.read<{ meta: { total: number } }>(`/plants/${plantId}/commands`)
  return meta.total
}

/** Returns the payloads and targets of the drafts that the browser has stored. */
export const storedDrafts = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const databases = await indexedDB.databases()
    const name = databases.find((one) => one.name?.includes('.commands.'))?.name
    if (name === undefined) return ''
    const database = await new Promise<IDBDatabase>((resolve, reject) => {
      const opening = indexedDB.open(name)
      opening.addEventListener('success', () => resolve(opening.result))
      opening.addEventListener('error', () => reject(new Error('not opened')))
    })
    try {
      return await new Promise<string>((resolve) => {
        const reading = database.transaction('drafts').objectStore('drafts').getAll()
        reading.addEventListener('success', () => {
          const drafts = reading.result as { payload?: string; target?: string }[]
          resolve(drafts.map(({ payload, target }) => `${payload} ${target}`).join())
        })
      })
    } finally {
      database.close()
    }
  })
