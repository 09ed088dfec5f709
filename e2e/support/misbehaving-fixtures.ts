import { test as base } from './fixtures'
import { MisbehavingBackend } from './misbehaving-backend'

/** Tests against a misbehaving backend of their own. */
export const test = base.extend<{ backend: MisbehavingBackend }>({
  backend: async ({ provokes }, use) => {
    provokes(/ERR_|status of [45]\d\d/)
    const backend = await MisbehavingBackend.start()
    await use(backend)
    backend.stop()
  },
})

export { expect } from './fixtures'
