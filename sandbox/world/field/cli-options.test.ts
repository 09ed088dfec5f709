import { expect, it } from 'vitest'
import { readPlantOptions } from './cli-options'

it('has defaults for everything but the package', () => {
  expect(readPlantOptions(['package.json'])).toEqual({
    packageFile: 'package.json',
    site: {
      latitude: 50,
      longitude: 15,
      fvePeakPowerKwp: 50,
      capacityKwh: 100,
      plantWithLoad: true,
      hasEngine: false,
    },
    intervalMs: 10_000,
    ack: 'quick',
    host: undefined,
  })
})

it('reads its flags, including southern and western coordinates', () => {
  const args = 'p.json --latitude -33.9 --longitude=-18.4 --kwp 0 --kwh 0 --interval 1 --ack slow'
  expect(readPlantOptions(args.split(' '))).toMatchObject({
    site: { latitude: -33.9, longitude: -18.4, fvePeakPowerKwp: null, capacityKwh: null },
    intervalMs: 1000,
    ack: 'slow',
  })
  expect(readPlantOptions(['--help'])).toBeNull()
})

it.each([
  ['', 'name the package'],
  ['a.json b.json', 'one package at a time'],
  ['a.json --latitude 91', '--latitude takes a number from -90 to 90, not "91"'],
  ['a.json --interval 0', '--interval'],
  ['a.json --ack loud', '--ack takes quick, slow, error, never'],
  ['a.json --kwp 1e5', '--kwp'],
  ['a.json --speed 1', '--speed'],
])('refuses "%s"', (args, message) => {
  expect(() => readPlantOptions(args.split(' ').filter(Boolean))).toThrow(message)
})
