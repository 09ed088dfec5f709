import { afterAll, beforeAll, beforeEach } from 'vitest'
import { PlantOffice } from './plant-office'
import { type TestPlatform, startTestPlatform } from './test-platform'

/** Platform for the tests of a file, with a new office per test, and the platform's clock, Unix ms. */
export interface OfficeSuite {
  readonly platform: TestPlatform
  readonly office: PlantOffice
  clockMs: number
}

/** Registers hooks that start and stop a file's platform; each test begins at the real time. */
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
