import { afterEach, expect, it, vi } from 'vitest'
import { whyNoRuns } from './why-no-runs'

afterEach(() => vi.unstubAllGlobals())

it('allows runs over HTTPS and on this device', () => {
  vi.stubGlobal('isSecureContext', true)
  expect(whyNoRuns()).toBeUndefined()
})

it('allows none over plain HTTP', () => {
  vi.stubGlobal('isSecureContext', false)
  expect(whyNoRuns()).toContain('HTTPS')
})
