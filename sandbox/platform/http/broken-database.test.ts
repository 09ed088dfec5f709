import Libsql from 'libsql'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import { plantOperations } from '#sandbox/platform/operations'
import { contractProblems } from '#sandbox/proof/testing/contract'
import { platformForThisTest } from '#sandbox/proof/testing/test-platform'

test('returns 500 in the envelope for every operation if the database cannot be read', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const broken = await platformForThisTest()
  const token = await broken
    .client()
    .signIn((await broken.client().organization()).users.superadmin)
  const database = new Libsql(join(broken.dataFolder, 'plantdeck.sqlite'))
  for (const table of ['plants', 'plantCounts']) {
    database.exec(`ALTER TABLE ${table} RENAME TO ${table}Away`)
  }
  database.close()
  const bodies: Record<string, unknown> = {
    createPlant: { name: 'New', serialNumber: 'NEW-1', type: 'SENSOR' },
    updatePlant: {},
    sendCommand: { command: 'HOLD' },
  }
  for (const { id, path, method } of plantOperations) {
    const body = bodies[id]
    const options = { token, ...(body !== undefined && { body }) }
    const url = path.replace('{id}', crypto.randomUUID())
    const response = await broken.client().api(method.toUpperCase(), url, options)
    expect([id, response.status, response.json.code]).toEqual([id, 500, 'INTERNAL_SERVER_ERROR'])
    expect(contractProblems(path, method, 500, response.json)).toEqual([])
  }
})
