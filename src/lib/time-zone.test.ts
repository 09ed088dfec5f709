import { afterEach, describe, expect, it } from 'vitest'
import { deviceTimeZone } from './time-zone'

describe('deviceTimeZone', () => {
  const { TZ } = process.env
  afterEach(() => {
    if (TZ === undefined) delete process.env.TZ
    else process.env.TZ = TZ
  })

  it("returns the same object until the device's zone changes", () => {
    process.env.TZ = 'Europe/Prague'
    const first = deviceTimeZone()
    expect(first.name).toBe('Europe/Prague')
    expect(deviceTimeZone()).toBe(first)
    process.env.TZ = 'Asia/Tokyo'
    const second = deviceTimeZone()
    expect([second.name, second.isUtc]).toEqual(['Asia/Tokyo', false])
    expect(first.name).toBe('Europe/Prague')
  })

  it('distinguishes zones with the same time today', () => {
    process.env.TZ = 'Africa/Lagos'
    const lagos = deviceTimeZone()
    process.env.TZ = 'Europe/Prague'
    expect(deviceTimeZone()).not.toBe(lagos)
  })
})
