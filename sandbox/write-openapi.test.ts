import { execFile } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { newDataFolder, platformForThisTest } from '#sandbox/proof/testing/test-platform'

test('the document that a build writes is the one that the platform serves', async () => {
  const folder = newDataFolder()
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'new', 'openapi.json')
  const args = ['--import', 'tsx', 'sandbox/write-openapi.ts', file]
  await promisify(execFile)(process.execPath, args)
  const platform = await platformForThisTest()
  const { json } = await platform.client().send('GET', '/openapi.json')
  expect(Object.keys(json.paths as object)).toContain('/plants/{id}')
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(json)
})
