// `npm run bench:load`: measures how long a user on a slow network waits for the first screen, compared with the
// smallest page of the same stack. Medians of five runs that alternate between the pages; `--runs N` for fewer.
import { chromium } from '@playwright/test'
import { parseArgs } from 'node:util'
import { findBrowser, launchArgs } from '../../.scripts/browser.mjs'
import { findFreePort } from '../support/free-port.ts'
import { firstPlantNames, signIn, startPlatform } from '../support/platform.ts'
import { buildDashboard, buildFloor } from './builds.ts'
import { createCertificate } from './certificate.ts'
import { type Load, type PageToLoad, measureLoad } from './measure.ts'
import { report } from './report.ts'
import { serveBuild } from './serve-build.ts'
import { storedSession } from './session.ts'

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '5' }, paths: { type: 'boolean', default: false } },
})

const certificate = createCertificate()
const folders = { dashboard: buildDashboard(), floor: await buildFloor() }
const platform = await startPlatform(240)
const browser = await chromium.launch({
  executablePath: findBrowser(),
  args: [...launchArgs(), `--ignore-certificate-errors-spki-list=${certificate.publicKeyHash}`],
})

try {
  let authorization = await signIn(platform)
  const dashboard = await serveBuild({
    certificate,
    folder: folders.dashboard,
    port: await findFreePort(),
    platformUrl: platform.url,
    edit: keepSessions,
  })
  const floor = await serveBuild({
    certificate,
    folder: folders.floor,
    port: await findFreePort(),
    platformUrl: platform.url,
    authorization: () => authorization,
  })
  const names = await firstPlantNames(platform, authorization)
  const targets: Record<string, () => Promise<PageToLoad>> = {
    floor: async () => ({ server: floor, path: '/', ready: { texts: names } }),
    'sign-in page': async () => ({
      server: dashboard,
      path: '/sign-in',
      ready: { selector: 'input[type=password]' },
    }),
    // Each load gets a new session, so its tokens are as fresh as after signing in.
    'plant list': async () => ({
      server: dashboard,
      path: '/plants',
      ready: { texts: names },
      sessionStorage: await storedSession(browser, dashboard.url),
    }),
  }
  const loads = new Map<string, Load[]>(Object.keys(targets).map((name) => [name, []]))
  for (let run = 0; run < Number(values.runs); run += 1) {
    authorization = await signIn(platform)
    for (const [name, prepare] of Object.entries(targets)) {
      const load = await measureLoad(browser, await prepare())
      loads.get(name)?.push(load)
      process.stderr.write(`run ${run + 1}, ${name}: ready after ${load.readyMs.toFixed(0)} ms\n`)
    }
  }
  if (values.paths) for (const [name, [load]] of loads) console.log(name, load?.paths.join('\n  '))
  console.log(`\nCPU x4, 1.6 Mbit/s, 150 ms, cold; medians of ${values.runs}\n`)
  console.log(report(loads, 'floor'))
  dashboard.close()
  floor.close()
} finally {
  await browser.close()
  platform.stop()
}

/** Configures sessions that survive a reload, because the list is measured in a tab that opens signed in. */
function keepSessions(path: string, body: Buffer): Buffer {
  if (path !== '/config.json') return body
  return Buffer.from(
    body.toString().replace(/"persistSession":\s*"none"/, '"persistSession": "tab"'),
  )
}
