import { beforeEach, expect, vi } from 'vitest'
import { adminSuite } from './admin-suite'
import { ListeningPlant } from './plant-client'
import type { IssuedPackage } from '#sandbox/platform/provisioning/issue-package'

/** Platform of `adminSuite` with a provisioned plant for each test, and the latest command of its history. */
export function commandSuite() {
  const suite = adminSuite()
  let issued: IssuedPackage
  beforeEach(async () => {
    issued = await suite.admin.newPackage()
  })
  return {
    suite,
    issued: () => issued,
    latest: async (): Promise<Record<string, unknown>> =>
      (await suite.admin.history(issued.plantId))[0] ?? {},
    /** Connects the plant and waits until its first contact is stored, so that it is ACTIVE. */
    contact: async (): Promise<ListeningPlant> => {
      const plant = await ListeningPlant.start(issued)
      await vi.waitFor(async () =>
        expect((await suite.admin.plant(issued.plantId)).lifecycleStatus).toBe('ACTIVE'),
      )
      return plant
    },
  }
}
