import { join } from 'node:path'
import { chromium } from 'playwright'
import { launchArgs } from '../../.scripts/browser.mjs'
import type { Driver, LaunchOptions } from './driver.ts'

/** Starts Chromium, driven by Playwright. */
export async function launchChromium(options: LaunchOptions): Promise<Driver> {
  const files = join(options.folder, 'files')
  const browser = await chromium.launch({ executablePath: options.path, args: launchArgs() })
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } })
  const problems: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(String(error)))
  page.on('download', (file) => void file.saveAs(join(files, file.suggestedFilename())))
  await page.addInitScript(options.pageScript)
  return {
    files,
    problems,
    open: async (url) => void (await page.goto(url)),
    reload: async () => void (await page.reload()),
    back: async () => void (await page.goBack()),
    evaluate: (expression) => page.evaluate(expression),
    click: ({ x, y }) => page.mouse.click(x, y),
    press: (...keys) => page.keyboard.press(keys.join('+')),
    type: (text) => page.keyboard.type(text),
    resize: (width, height) => page.setViewportSize({ width, height }),
    screenshot: () => page.screenshot(),
    close: () => browser.close(),
  }
}
