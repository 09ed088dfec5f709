import { readFileSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { Driver } from './driver.ts'
import type { Found, Query } from './page-kit.ts'
import { until } from './until.ts'

const foundSchema: z.ZodType<Found> = z.object({
  count: z.number(),
  at: z.object({ x: z.number(), y: z.number() }).nullable(),
  isDisabled: z.boolean(),
  isFocused: z.boolean(),
  value: z.string(),
})
const focusSchema = z.object({ name: z.string(), hasRing: z.boolean() })

/** Suffixes of files that a browser has not finished writing. */
const unfinished = /\.(part|crdownload|wkdownload)$/

interface SavedFile {
  name: string
  text: string
}

/** User of the dashboard in one engine: finds elements by role and name, and waits for them to appear. */
export class Person {
  private readonly driver: Driver
  private readonly url: string
  private readonly pageProblems: string[] = []
  private nativeProblemsRead = 0

  constructor(driver: Driver, url: string) {
    this.driver = driver
    this.url = url
  }

  async goTo(path: string): Promise<void> {
    await this.keepProblems()
    await this.driver.open(this.url + path)
  }

  async reload(): Promise<void> {
    await this.keepProblems()
    await this.driver.reload()
  }

  back(): Promise<void> {
    return this.driver.back()
  }

  resize(width: number, height: number): Promise<void> {
    return this.driver.resize(width, height)
  }

  screenshot(): Promise<Buffer> {
    return this.driver.screenshot()
  }

  press(...keys: string[]): Promise<void> {
    return this.driver.press(...keys)
  }

  type(text: string): Promise<void> {
    return this.driver.type(text)
  }

  /** Signs in through the form on the page. */
  async signIn({ username, password }: { username: string; password: string }): Promise<void> {
    await this.fill('Username', username)
    await this.fill('Password', password)
    await this.press('Enter')
    await this.sees('button', 'Sign out', { exact: true })
  }

  /** Clicks the only element with this role and name, once it is enabled and no longer moving. */
  async click(role: string, name: string, options: { exact?: boolean } = {}): Promise<void> {
    const query = { role, name, ...options }
    let before: Found['at'] = null
    const at = await until(`${role} “${name}” can be clicked`, async () => {
      const found = await this.find(query)
      if (!found?.at || found.isDisabled) return undefined
      if (found.count > 1) throw new Error(`there are ${found.count} of them`)
      const isStill = before?.x === found.at.x && before.y === found.at.y
      before = found.at
      return isStill ? found.at : undefined
    })
    await this.driver.click(at)
  }

  /** Clicks a text field and replaces its value. */
  async fill(label: string, text: string): Promise<void> {
    const query = { role: 'textbox', name: label, exact: true }
    await this.click('textbox', label, { exact: true })
    await until(`“${label}” has the focus`, async () => (await this.find(query))?.isFocused)
    await this.driver.press('Control', 'a')
    await this.driver.type(text)
    await until(`“${label}” contains “${text}”`, async () => {
      const value = (await this.find(query))?.value
      if (value !== text) throw new Error(`it contains “${value}”`)
      return true
    })
  }

  async choose(label: string, option: string): Promise<void> {
    const query = JSON.stringify({ role: 'combobox', name: label, exact: true })
    await until(`“${option}” can be selected in “${label}”`, async () =>
      z.boolean().parse(await this.kit(`choose(${query}, ${JSON.stringify(option)})`)),
    )
  }

  /** Waits for an element with this role and name, and returns it. */
  sees(role: string, name: string, options: { exact?: boolean } = {}): Promise<Found> {
    return until(`${role} “${name}” is visible`, () => this.find({ role, name, ...options }))
  }

  async seesNo(role: string, name = ''): Promise<void> {
    await until(`no ${role} “${name}” is visible`, async () => {
      return (await this.find({ role, name })) === undefined
    })
  }

  async reads(...texts: string[]): Promise<void> {
    await until(`the page contains “${texts.join('”, “')}”`, async () => {
      const page = await this.text()
      const missing = texts.find((text) => !page.includes(text))
      if (missing !== undefined) throw new Error(`it contains: ${page.slice(0, 600)}`)
      return true
    })
  }

  async text(): Promise<string> {
    return z.string().parse(await this.kit('text()'))
  }

  async isAt(path: RegExp): Promise<void> {
    await until(`the address matches ${path}`, async () => {
      const address = z
        .string()
        .parse(await this.driver.evaluate('location.pathname + location.search'))
      if (!path.test(address)) throw new Error(`it is ${address}`)
      return true
    })
  }

  async focus(): Promise<z.infer<typeof focusSchema>> {
    return focusSchema.parse(await this.kit('focus()'))
  }

  async evaluate(expression: string): Promise<unknown> {
    return this.driver.evaluate(expression)
  }

  /** Clicks a button that saves a file; returns the file's name and text. */
  async saves(button: string): Promise<SavedFile> {
    const { files } = this.driver
    for (const name of readdirSync(files)) rmSync(join(files, name))
    await this.click('button', button, { exact: true })
    const name = await until(`“${button}” saves a file`, async () => {
      const names = readdirSync(files)
      if (names.some((one) => unfinished.test(one))) return undefined
      return names.find((one) => statSync(join(files, one)).size > 0)
    })
    return { name, text: readFileSync(join(files, name), 'utf8') }
  }

  /** Waits until ten checks in a row find that the page has neither loaded nor changed anything. */
  async settles(): Promise<void> {
    let before = ''
    let same = 0
    await until('the page settles', async () => {
      const now = z.string().parse(await this.kit('state()'))
      same = now === before ? same + 1 : 0
      before = now
      return same === 10
    })
  }

  /** Returns the distance in px that the page can be scrolled sideways. */
  async overflowPx(): Promise<number> {
    return z.number().parse(await this.kit('overflowPx()'))
  }

  /** Returns the errors since the last call, both those recorded in the page and those from the browser's console. */
  async takeProblems(): Promise<string[]> {
    await this.keepProblems()
    const native = this.driver.problems.slice(this.nativeProblemsRead)
    this.nativeProblemsRead = this.driver.problems.length
    return [...new Set([...this.pageProblems.splice(0), ...native])]
  }

  private async keepProblems(): Promise<void> {
    this.pageProblems.push(
      ...z
        .array(z.string())
        .parse((await this.driver.evaluate('globalThis.storyKit?.takeProblems() ?? []')) ?? []),
    )
  }

  private async find(query: Query): Promise<Found | undefined> {
    const found = await this.kit(`find(${JSON.stringify(query)})`)
    return foundSchema.nullable().parse(found) ?? undefined
  }

  private kit(call: string): Promise<unknown> {
    return this.driver.evaluate(`globalThis.storyKit.${call}`)
  }
}
