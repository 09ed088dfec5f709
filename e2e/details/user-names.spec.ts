import { chromium } from '@playwright/test'
import { mkdtempSync, readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findBrowser, launchArgs } from '../../.scripts/browser.mjs'
import { expect, test } from '../support/fixtures'
import { countSnapshots } from '../support/fleet-list'

test('leaves no username in the browser’s files of this site', async ({
  organization,
  baseURL,
}) => {
  const org = await organization({ plants: 3 })
  const { username } = org.users.admin
  const profile = mkdtempSync(join(tmpdir(), 'plantdeck-profile-'))
  const executablePath = findBrowser()
  const context = await chromium.launchPersistentContext(profile, {
    ...(executablePath === undefined ? {} : { executablePath }),
    args: launchArgs(),
    ...(baseURL === undefined ? {} : { baseURL }),
  })
  try {
    const page = await context.newPage()
    await org.open(page, '/plants')
    const other = await context.newPage()
    await other.goto('/certificates')
    await expect(other.getByRole('button', { name: 'Sign out' })).toBeVisible()
    await expect.poll(() => countSnapshots(page)).toBe(1)
    // A tab that has the database open closes it for the deletion.
    await page.getByRole('button', { name: 'Sign out' }).click()
    await expect(other.getByRole('button', { name: 'Sign in' })).toBeVisible()
    await expect.poll(() => page.evaluate(async () => (await indexedDB.databases()).length)).toBe(0)
  } finally {
    await context.close()
  }
  try {
    for (const folder of ['IndexedDB', 'Local Storage']) {
      const files = filesBelow(join(profile, 'Default', folder))
      expect(files.length, folder).toBeGreaterThan(0)
      expect(
        files.filter((file) => contains(file, username)),
        folder,
      ).toEqual([])
    }
  } finally {
    rmSync(profile, { recursive: true, force: true })
  }
})

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
}

/** Browsers write names in any of three encodings. */
function contains(file: string, text: string): boolean {
  const content = readFileSync(file)
  const wide = Buffer.from(text, 'utf16le')
  return [Buffer.from(text), wide, Buffer.from(wide).swap16()].some((bytes) =>
    content.includes(bytes),
  )
}
