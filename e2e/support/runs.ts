// Plans of runs as files, made outside the product, and what the platform knows of them.
import { type Locator, type Page, expect } from '@playwright/test'
import { createHash, randomUUID } from 'node:crypto'
import { recordedCommands } from './commands'
import { button } from './dialogs'
import type { NewOrganization, Organization } from './organization'

/** A plant as the API lists it. */
interface ListedPlant {
  id: string
  name: string
  serialNumber: string
  type: string
  status: string
  lifecycleStatus: string
  authMethod: string
  organizationId: string | null
  templateId: string | null
}

const settings = {
  canary: 1,
  waveSize: 25,
  concurrency: 4,
  perMinute: 600,
  advancePercent: 90,
  brakePercent: 20,
  bakeS: 0,
  answerS: 5,
  /** Plants have values of the attribute `type` only. */
  limits: [] as { attribute: string; percent: number }[],
}

/** Settings of a run that a test changes. */
type RunSettings = typeof settings

/** What a plan does; by default, it sends GET_INFO. */
export interface PlanOptions {
  kind?: 'command' | 'suspend' | 'reactivate'
  command?: string
  settings?: Partial<RunSettings>
  note?: string
}

/** Returns the plants of an organization, in the order of the list. */
export async function listPlants(org: Organization): Promise<ListedPlant[]> {
  const plants: ListedPlant[] = []
  for (let page = 1; ; page += 1) {
    const { data, meta } = await org.read<{
      data: ListedPlant[]
      meta: { total: number }
    }>(`/plants?limit=100&page=${page}`)
    plants.push(...data)
    if (plants.length >= meta.total || data.length === 0) return plants
  }
}

/** Returns a plan's file for plants as they are now. */
export async function planFile(
  org: Pick<Organization, 'apiBaseUrl' | 'token'>,
  plants: readonly ListedPlant[],
  { kind = 'command', command = 'GET_INFO', note = '', ...rest }: PlanOptions = {},
) {
  const document = {
    format: 'plantdeck-run',
    version: 1,
    id: randomUUID(),
    createdAtMs: Date.now(),
    createdBy: 'a colleague',
    scope: `${org.apiBaseUrl} ${await organizationName(org)}`,
    note,
    action:
      kind === 'command'
        ? { kind, content: { command }, targetKey: 'target', body: JSON.stringify({ command }) }
        : { kind },
    settings: { ...settings, ...rest.settings },
    populations: [],
    plants: plants.map((plant) => ({
      id: plant.id,
      name: plant.name,
      serialNumber: plant.serialNumber,
      type: plant.type,
      status: plant.status,
      lifecycleStatus: plant.lifecycleStatus,
      authMethod: plant.authMethod,
      organizationId: plant.organizationId,
      templateId: plant.templateId,
      values: (rest.settings?.limits ?? []).map(({ attribute }) => [
        attribute === 'type' ? plant.type : '',
      ]),
    })),
  }
  const hash = createHash('sha256').update(JSON.stringify(document)).digest('hex')
  const text = JSON.stringify({ ...document, hash }, null, 2)
  return { id: document.id, hash, name: 'plan.json', mimeType: 'application/json', text }
}

async function organizationName(org: Pick<Organization, 'token'>): Promise<string> {
  const token = await org.token()
  const claims = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as {
    organization_name: string
  }
  return claims.organization_name
}

/** Opens a plan's file on the page of runs. */
export async function openPlan(
  page: Page,
  file: Pick<Awaited<ReturnType<typeof planFile>>, 'name' | 'mimeType' | 'text'>,
): Promise<void> {
  const { name, mimeType, text } = file
  await page.getByLabel('Plan file').setInputFiles({ name, mimeType, buffer: Buffer.from(text) })
  await expect(button(page, 'Start run')).toBeVisible()
}

/** Starts the run on the page. */
export async function startRun(page: Page, plants: number): Promise<void> {
  await button(page, 'Start run').click()
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('textbox', { name: 'Number of plants' }).fill(String(plants))
  await dialog.getByRole('button', { name: 'Start run' }).click()
  await expect(dialog).toBeHidden()
}

/** The number of plants in a state, as the page counts them. */
export const stateCount = (page: Page, state: string): Locator =>
  page.getByRole('group', { name: 'Plants by state' }).getByRole('button', { name: state })

/** Connects plants, a few at a time. */
export async function connectAll(
  org: Organization,
  plants: readonly { id: string }[],
  behaviour: Parameters<Organization['connectPlant']>[1] = {},
): Promise<void> {
  const left = plants.values()
  const next = async () => {
    for (const { id } of left) await org.connectPlant(id, behaviour)
  }
  await Promise.all(Array.from({ length: 8 }, next))
}

/** Sets up an organization whose plants are connected over the broker. */
export async function runningFleet(
  organization: NewOrganization,
  count: number,
  behaviour: Parameters<Organization['connectPlant']>[1] = {},
) {
  const rows = Array.from({ length: count }, (_, at) => ({
    name: `Plant ${String(at + 1).padStart(3, '0')}`,
    serialNumber: `RUN-${String(at + 1).padStart(3, '0')}`,
    lifecycleStatus: 'ACTIVE',
  }))
  const org = await organization({ rows })
  await connectAll(org, await listPlants(org), behaviour)
  return { org, plants: await listPlants(org) }
}

/** Returns how many commands the platform has recorded for each plant. */
export async function recordsOf(
  org: Organization,
  plants: readonly { id: string }[],
): Promise<number[]> {
  const counts: number[] = []
  for (const { id } of plants) counts.push(await recordedCommands(org, id))
  return counts
}
