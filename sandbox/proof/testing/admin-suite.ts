import { afterAll, beforeAll, beforeEach } from 'vitest'
import { AdminClient } from './admin-client'
import { type TestPlatform, startTestPlatform } from './test-platform'

/** Platform for the tests of a file, with a new organization per test, and the platform's clock, Unix ms. */
interface AdminSuite {
  readonly platform: TestPlatform
  readonly admin: AdminClient
  clockMs: number
}

/** Registers hooks that start and stop a file's platform; each test begins at the real time. */
export function adminSuite(): AdminSuite {
  const suite: { platform?: TestPlatform; admin?: AdminClient; clockMs: number } = {
    clockMs: Date.now(),
  }
  beforeAll(async () => {
    suite.platform = await startTestPlatform({ now: () => new Date(suite.clockMs) })
  })
  afterAll(() => suite.platform?.stop())
  beforeEach(async () => {
    suite.clockMs = Date.now()
    suite.admin = suite.platform && (await AdminClient.open(suite.platform.client()))
  })
  return suite as AdminSuite
}
