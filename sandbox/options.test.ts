import { expect, test } from 'vitest'
import { readOptions, usage } from './options'
import { UsageError } from './platform/cli/options-or-exit'
import { generateFleet } from '#sandbox/world/fleet/fleet'

test.each([
  [['--prot', '1'], '--prot'],
  [['--port', 'x'], '--port'],
  [['--port', '65536'], '--port'],
  [['--plants', '-1'], '--plants'],
  [['--plants', '1e3'], '--plants'],
  [['--plants', '999001'], '--plants takes a whole number from 0 to 999000, not "999001"'],
  [['--access-token-seconds', '0'], '--access-token-seconds'],
  [['--test-control', '--host', '0.0.0.0'], 'loopback'],
  [['plants'], 'plants'],
  [['--base', 'https://x/'], '--base takes a path such as /plantdeck/, not "https://x/"'],
  [['--base', '/a/../b?'], '--base'],
  [['--host', 'a:1'], '--host must be a host name or an address, not "a:1"'],
  [['--allow-host', 'https://x.test'], '--allow-host must be a host name'],
])('rejects %j with a message that names the flag', (args, named) => {
  expect(() => readOptions(args)).toThrow(UsageError)
  expect(() => readOptions(args)).toThrow(named)
})

test('accepts up to as many plants as the generator can create', () => {
  expect(readOptions(['--plants', '999000'])?.plants).toBe(999_000)
  expect(() => generateFleet({ seed: 1, count: 999_000, now: new Date() })).not.toThrow()
  expect(() => generateFleet({ seed: 1, count: 999_001, now: new Date() })).toThrow('999000')
})

test('has the documented defaults', () => {
  expect(readOptions([])).toMatchObject({
    dataFolder: expect.stringMatching(/\.data$/),
    distFolder: expect.stringMatching(/dist$/),
    host: '127.0.0.1',
    port: 4400,
    basePath: '/',
    mqttPort: 8883,
    plants: 240,
    seed: 1,
    testControl: false,
    accessTokenSeconds: 600,
  })
})

test.each([
  ['/', '/'],
  ['', '/'],
  ['/plantdeck/', '/plantdeck/'],
  ['plantdeck', '/plantdeck/'],
  ['/a/b', '/a/b/'],
])('turns --base %j into the path %s', (given, basePath) => {
  expect(readOptions(['--base', given])?.basePath).toBe(basePath)
})

test('accepts an IPv6 address as in a URL, and several further names', () => {
  const given = ['--host', '[::1]', '--allow-host', 'a.test', '--allow-host', '[fd00::1]']
  const options = readOptions(given)
  expect(options?.host).toBe('::1')
  expect(options?.allowedHosts).toEqual(['a.test', 'fd00::1'])
})

test('lists every flag in --help', () => {
  expect(readOptions(['--help'])).toBe(null)
  for (const flag of [
    'data',
    'host',
    'allow-host',
    'port',
    'mqtt-port',
    'plants',
    'seed',
    'dist',
    'base',
  ]) {
    expect(usage).toContain(`--${flag}`)
  }
})
