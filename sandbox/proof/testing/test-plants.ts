import type { Insertable } from 'kysely'
import { rmSync } from 'node:fs'
import { onTestFinished } from 'vitest'
import { newDataFolder } from './test-platform'
import { type Database, openDatabase } from '#sandbox/platform/database/open-database'
import type { PlantTable } from '#sandbox/platform/database/tables'
import { textOf } from '#sandbox/platform/http/json-response'
import type { Operation } from '#sandbox/platform/http/operation'
import { demoEnergy } from '#sandbox/platform/oauth/demo-users'
import { newPlant } from '#sandbox/platform/plants/new-plant'
import { TemplateTexts } from '#sandbox/platform/plants/template-texts'
import type { PlatformContext } from '#sandbox/platform/platform-context'

export const madeAt = new Date('2026-01-01T00:00:00.000Z')

/** Opens a database for one test; `reopen` simulates a restart. The data folder is deleted after the test. */
export function databaseForThisTest(): { database: Database; reopen: () => Promise<Database> } {
  const dataFolder = newDataFolder()
  let { database } = openDatabase(dataFolder)
  onTestFinished(async () => {
    await database.destroy()
    rmSync(dataFolder, { recursive: true, force: true })
  })
  const reopen = async () => {
    await database.destroy()
    database = openDatabase(dataFolder).database
    return database
  }
  return { database, reopen }
}

/** Adds a plant to an organization, by default Demo Energy; returns its ID. */
export async function addPlant(
  database: Database,
  columns: Partial<Insertable<PlantTable>> = {},
): Promise<string> {
  const organizationId = columns.organizationId ?? demoEnergy.id
  await database
    .insertInto('organizations')
    .values({ id: organizationId, name: 'Any', accessTokenSeconds: null, createdAt: '' })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  const id = columns.id ?? crypto.randomUUID()
  const named = { id, name: 'Any', serialNumber: id, lifecycleStatus: 'ACTIVE', status: 'ONLINE' }
  await database
    .insertInto('plants')
    .values(newPlant(organizationId, madeAt, { ...named, ...columns }))
    .execute()
  return id
}

export async function plantOf(database: Database, id: string) {
  return database.selectFrom('plants').where('id', '=', id).selectAll().executeTakeFirstOrThrow()
}

type OperationRequest = Parameters<Operation['run']>[0]

/** Runs a read of a plant in a transaction, as the router does; returns the text of the response. */
export async function runOn(
  database: Database,
  plantId: string,
  { run }: Operation,
  { now = new Date(), platform = {} }: { now?: Date; platform?: Partial<PlatformContext> } = {},
): Promise<string> {
  const plant = await plantOf(database, plantId)
  return database.transaction().execute(async (tx) => {
    const templateTexts = new TemplateTexts()
    const request = {
      tx,
      plant,
      now,
      platform: { templateTexts, ...platform },
      query: {},
      body: '',
    }
    // A read uses neither the caller nor the rest of the platform.
    return textOf(await run(request as Partial<OperationRequest> as OperationRequest))
  })
}

export async function alertsOf(database: Database, plantId: string) {
  return database
    .selectFrom('alerts')
    .where('plantId', '=', plantId)
    .orderBy('createdAt')
    .orderBy('rule')
    .selectAll()
    .execute()
}
