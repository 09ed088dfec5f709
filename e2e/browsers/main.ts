// Plays the story in each engine named by an option, such as `--firefox /usr/bin/firefox`. An empty path means that the
// engine isn't installed.
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { startPlatform } from '../support/platform.ts'
import { bundlePageKit } from './bundle-page-kit.ts'
import { launchChromium } from './chromium-driver.ts'
import type { Driver, LaunchOptions } from './driver.ts'
import { launchFirefox } from './firefox-driver.ts'
import { takePictures } from './pictures.ts'
import { closingLine, playStory, say, totals } from './play-story.ts'
import { withScene } from './scene.ts'
import { story } from './story.ts'
import { launchWebkit } from './webkit-driver.ts'

const engines: { name: string; launch: (options: LaunchOptions) => Promise<Driver> }[] = [
  { name: 'chromium', launch: launchChromium },
  { name: 'firefox', launch: launchFirefox },
  { name: 'webkit', launch: launchWebkit },
]
const { values: given } = parseArgs({
  options: {
    chromium: { type: 'string' },
    firefox: { type: 'string' },
    webkit: { type: 'string' },
    pictures: { type: 'string' },
  },
})
const paths = new Map(Object.entries(given))
const pageScript = await bundlePageKit()
const platform = await startPlatform(1, ['--test-control'])

// Without a handler, a signal would stop this program and leave the browsers running.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => process.exit(1))

for (const { name, launch } of engines) {
  const path = paths.get(name)
  if (path === undefined) continue
  if (path === '') {
    totals.skipped += story.length
    continue
  }
  try {
    await withScene({ name, launch, path, pageScript, url: platform.url }, async (scene) => {
      await playStory(name, scene)
      if (given.pictures !== undefined) await takePictures(scene, join(given.pictures, name))
    })
  } catch (error) {
    totals.failed += 1
    say(`✘ ${name}: ${String(error)}`)
  }
}
platform.stop()
process.exitCode = totals.failed > 0 ? 1 : 0
say(`\n${closingLine()}`)
