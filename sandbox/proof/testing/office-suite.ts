import { afterAll, beforeAll, beforeEach } from 'vitest'
import { PlantOffice } from './plant-office'
import { type TestPlatform, startTestPlatform } from './test-platform'

/** One platform for the tests of a file, an office anew for each, and the platform's clock, Unix ms. */
export interface OfficeSuite {
  readonly platform: TestPlatform
  readonly office: PlantOffice
  clockMs: number
}

/** Registers what starts and stops a file's platform; the clock begins each test at the real time. */
export function officeSuite(): OfficeSuite {
  const suite: { platform?: TestPlatform; office?: PlantOffice; clockMs: number } = {
    clockMs: Date.now(),
  }
  beforeAll(async () => {
    suite.platform = await startTestPlatform({ now: () => new Date(suite.clockMs) })
  })
  afterAll(() => suite.platform?.stop())
  beforeEach(async () => {
    suite.clockMs = Date.now()
    suite.office = suite.platform && (await PlantOffice.open(suite.platform.client()))
  })
  return suite as OfficeSuite
}
