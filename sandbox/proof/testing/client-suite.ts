import { afterAll, beforeAll, beforeEach } from 'vitest'
import type { ApiClient, ApiResponse, TestOrganization } from './api-client'
import { type TestPlatform, startTestPlatform } from './test-platform'

/** Platform for the tests of a file, and its client, with a new organization and its administrator's token per test. */
interface ClientSuite {
  readonly platform: TestPlatform
  readonly client: ApiClient
  readonly organization: TestOrganization
  token: string
  /** Calls the API with the token. */
  api(method: string, path: string, options?: Parameters<ApiClient['api']>[2]): Promise<ApiResponse>
}

/** Registers hooks that start and stop a file's platform, and create the organization of each test. */
export function clientSuite(): ClientSuite {
  const suite = {
    api: (method, path, options) =>
      suite.client.api(method, path, { token: suite.token, ...options }),
    // The hooks add the rest before a test uses it.
  } as { -readonly [Member in keyof ClientSuite]: ClientSuite[Member] }
  beforeAll(async () => {
    suite.platform = await startTestPlatform()
    suite.client = suite.platform.client()
  })
  afterAll(() => suite.platform.stop())
  beforeEach(async () => {
    suite.organization = await suite.client.organization()
    suite.token = await suite.client.signIn(suite.organization.users.admin)
  })
  return suite
}
