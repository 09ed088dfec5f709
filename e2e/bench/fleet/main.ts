// `npm run bench:fleet`: measures searching, sorting and scrolling in fleets of 1,000, 10,000 and 100,000 plants, beside
// the same in a page without a framework, AG Grid Community and TanStack Table. `--plants N` for one size.
import { chromium } from '@playwright/test'
import { parseArgs } from 'node:util'
import { findBrowser, launchArgs } from '../../../.scripts/browser.mjs'
import { signIn, startPlatform } from '../../support/platform.ts'
import { buildDashboard, withSettings } from '../builds.ts'
import { storedSession } from '../session.ts'
import { measureDashboard, requestsAtOnce } from './measure-dashboard.ts'
import type { FleetFigures } from './measure-keys.ts'
import { measureRival } from './measure-rival.ts'
import { buildRivals, serveRivals } from './rivals.ts'

const { values } = parseArgs({
  options: { plants: { type: 'string', multiple: true, default: ['1000', '10000', '100000'] } },
})

const dashboard = withSettings(buildDashboard(), {
  fleetConcurrency: requestsAtOnce,
  fleetPerMinute: 1_000_000,
  fleetLimit: 200_000,
})
const rivalsFolder = await buildRivals()
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [...launchArgs(), '--js-flags=--expose-gc', '--enable-precise-memory-info'],
})
try {
  for (const plants of values.plants.map(Number)) {
    const flags = ['--access-token-seconds', '3600', '--dist', dashboard]
    const platform = await startPlatform(plants, flags)
    const authorization = await signIn(platform)
    const rivals = await serveRivals({
      folder: rivalsFolder,
      platformUrl: platform.url,
      authorization,
    })
    const figures: Record<string, Partial<FleetFigures>> = {}
    for (const name of ['floor', 'ag-grid', 'tanstack-table']) {
      figures[name] = await measureRival(browser, `${rivals.url}/${name}.html`)
    }
    const session = await storedSession(browser, platform.url)
    figures.dashboard = await measureDashboard(browser, {
      url: platform.url,
      session,
      plants,
      authorization,
    })
    console.log(`\n${plants} plants, medians in ms`)
    console.table(figures)
    rivals.close()
    platform.stop()
  }
} finally {
  await browser.close()
}
