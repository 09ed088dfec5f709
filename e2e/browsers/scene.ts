import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { request } from 'playwright'
import { fullPlant } from '../support/full-plant.ts'
import { Organization } from '../support/organization.ts'
import type { Driver, LaunchOptions } from './driver.ts'
import { Person } from './person.ts'

export interface Scene {
  person: Person
  organization: Organization
  /** Plant with a template, a group, an alert, commands, a position and energy. */
  plantId: string
}

interface Stage {
  name: string
  launch: (options: LaunchOptions) => Promise<Driver>
  path: string
  pageScript: string
  /** Address of the platform. */
  url: string
}

/** Runs `play` with a newly started browser and an organization for it alone. */
export async function withScene(
  { name, launch, path, pageScript, url }: Stage,
  play: (scene: Scene) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), `plantdeck-${name}-`))
  mkdirSync(join(folder, 'files'))
  const removeFolder = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  // A run that is interrupted never reaches the end of this function.
  process.on('exit', removeFolder)
  const api = await request.newContext({ baseURL: url })
  try {
    const organization = await Organization.create(api, { plants: 30 })
    const plantId = await fullPlant(organization)
    await giveEnergy(organization, plantId)
    const driver = await launch({ path, folder, pageScript })
    try {
      await play({ person: new Person(driver, url), organization, plantId })
    } finally {
      await driver.close()
    }
  } finally {
    await api.dispose()
    process.off('exit', removeFolder)
    removeFolder()
  }
}

/** Gives a plant energy totals for its diagrams, because it may have none in the first hours of a UTC day. */
async function giveEnergy(organization: Organization, plantId: string): Promise<void> {
  const date = new Date().toISOString().slice(0, 10)
  const body = { date, produced: 40, imported: 10, exported: 10 }
  const path = `${plantId}/energy/today$`
  await organization.fault({ path, method: 'GET', kind: 'response', body, times: 1000 })
}
