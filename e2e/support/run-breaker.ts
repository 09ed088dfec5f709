// A browser with a profile on disk whose run is broken again and again, and what the platform says of each plant.
import { type BrowserContext, type Page, chromium, expect } from '@playwright/test'
import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { button, sessionOver } from './dialogs'
import type { Organization } from './organization'
import { csvTable, saveWith } from './saved-files'

/** The ways in which a run is broken. */
export const breaks = ['reload', 'close', 'kill', 'offline', 'session', '429'] as const

interface Browser {
  profile: string
  baseURL: string
  launch: { executablePath?: string; args?: string[] }
}

/** One person at one browser, which may be killed. */
export class RunBreaker {
  private readonly browser: Browser
  private readonly org: Organization
  private context: BrowserContext | undefined
  private tab: Page | undefined

  constructor(org: Organization, browser: Browser) {
    this.org = org
    this.browser = browser
  }

  get page(): Page {
    if (!this.tab) throw new Error('The browser is not open.')
    return this.tab
  }

  /** Opens a page, and signs in if that is needed. */
  async open(path: string): Promise<void> {
    const { profile, baseURL, launch } = this.browser
    this.context ??= await chromium.launchPersistentContext(profile, { ...launch, baseURL })
    this.tab = await this.context.newPage()
    await this.tab.goto(path)
    await this.signIn()
  }

  /** Breaks the run and opens it again, signed in. */
  async breakRun(how: (typeof breaks)[number]): Promise<void> {
    const path = new URL(this.page.url()).pathname
    switch (how) {
      case 'reload':
        await this.page.reload()
        return this.signIn()
      case 'close':
        await this.page.close()
        return this.open(path)
      case 'kill':
        await promisify(execFile)('pkill', ['-9', '-f', this.browser.profile])
        this.context = undefined
        return this.open(path)
      case 'offline':
        await this.context?.setOffline(true)
        await expect(this.paused.or(this.finished)).toBeVisible({
          timeout: 60_000,
        })
        await this.context?.setOffline(false)
        return undefined
      case 'session':
        await this.org.endSessions()
        await expect(sessionOver(this.page).or(this.finished)).toBeVisible({ timeout: 60_000 })
        if (await this.finished.isVisible()) return undefined
        await this.page.getByLabel('Password').fill(this.org.users.operator.password)
        await sessionOver(this.page).getByRole('button', { name: 'Sign in' }).click()
        return expect(sessionOver(this.page)).toBeHidden()
      case '429':
        await this.org.fault({
          method: 'POST',
          path: '/commands$',
          kind: 'response',
          status: 429,
          headers: { 'retry-after': '1' },
          body: { statusCode: 429, code: 'RATE_LIMITED', message: 'Too many requests' },
        })
    }
  }

  /** The button that goes on with a paused run. */
  get paused() {
    return button(this.page, 'Resume')
  }

  /** Says that the run has ended. */
  get finished() {
    return this.page.getByText('Finished')
  }

  /** Returns the state of each plant as the page exports it, by serial number. */
  async shownStates(): Promise<Map<string, string>> {
    const { records } = csvTable(await saveWith(this.page, 'Export CSV'))
    return new Map(records.map((record) => [record['Serial number'] ?? '', record.State ?? '']))
  }

  async end(): Promise<void> {
    await this.context?.close()
  }

  private async signIn(): Promise<void> {
    const field = this.page.getByLabel('Username')
    await expect(field.or(button(this.page, 'Sign out'))).toBeVisible({ timeout: 30_000 })
    if (await field.isVisible()) await this.org.fillSignIn(this.page, 'operator')
    await expect(button(this.page, 'Sign out')).toBeVisible()
  }
}
