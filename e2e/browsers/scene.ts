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
  /** A plant with a template, groups, alerts, commands, a position and energy behind it. */
  plantId: string
}

interface Stage {
  name: string
  launch: (options: LaunchOptions) => Promise<Driver>
  path: string
  pageScript: string
  /** The platform's. */
  url: string
}

/** Plays with a browser that was just started, and an organization of its own. */
export async function withScene(
  { name, launch, path, pageScript, url }: Stage,
  play: (scene: Scene) => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), `plantdeck-${name}-`))
  mkdirSync(join(folder, 'files'))
  const forget = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  // A run that is stopped ends without coming to the end of this function.
  process.on('exit', forget)
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
    process.off('exit', forget)
    forget()
  }
}

/** The diagrams need energy, which the first hours of a UTC day may not have. */
async function giveEnergy(organization: Organization, plantId: string): Promise<void> {
  const date = new Date().toISOString().slice(0, 10)
  const body = { date, produced: 40, imported: 10, exported: 10 }
  const path = `${plantId}/energy/today$`
  await organization.fault({ path, method: 'GET', kind: 'answer', body, times: 1000 })
}
