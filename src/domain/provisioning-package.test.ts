import { describe, expect, it } from 'vitest'
import {
  packageFiles,
  packageSecrets,
  packageText,
  packageUsername,
  secretNames,
} from './provisioning-package'
import type { ProvisioningPackage } from '@/api/provisioning'

const whole: ProvisioningPackage = {
  plantId: 'p1',
  authMethod: 'MTLS',
  mqtt: { broker: 'broker.example', port: 8883, topics: { telemetry: 't' }, secretPath: 'x' },
  protocol: { tls: true },
  security: {
    caCert: 'CA',
    clientCert: 'CERT',
    clientKey: 'KEY',
    hmacSecret: 'HMAC',
    username: 'p1',
    tokenExpiresAt: null,
  },
}
const withSecurity = (security: ProvisioningPackage['security']) => ({ ...whole, security })

describe('packageFiles', () => {
  it('splits a package, the key for saving only', () => {
    expect(packageFiles(whole).map(({ name, content }) => [name, content])).toEqual([
      ['ca.crt', 'CA'],
      ['client.crt', 'CERT'],
      ['client.key', 'KEY'],
      ['config.json', expect.any(String)],
    ])
    expect(packageFiles(whole).filter((file) => file.isDownloadOnly)).toMatchObject([
      { name: 'client.key' },
    ])
  })

  it('puts no secret into the config', () => {
    const config = packageFiles(whole).at(-1)?.content ?? ''
    expect(JSON.parse(config)).toEqual({
      plantId: 'p1',
      authMethod: 'MTLS',
      mqtt: { broker: 'broker.example', port: 8883, topics: { telemetry: 't' } },
      protocol: { tls: true },
      username: 'p1',
    })
  })

  it('has the config alone when nothing else came', () => {
    const bare = { plantId: '', authMethod: '', mqtt: {}, security: {} }
    expect(packageFiles(bare).map(({ name }) => name)).toEqual(['config.json'])
  })
})

describe('packageSecrets', () => {
  it('names the known ones first and drops no unknown one', () => {
    const security = {
      pin: 1234,
      nested: { a: [1] },
      constructor: 'x',
      '../../etc': 'y',
      hmacSecret: 'HMAC',
      token: 'JWT',
      empty: '',
      nothing: null,
    }
    expect(packageSecrets(withSecurity(security))).toEqual([
      { label: 'MQTT token', value: 'JWT', fileName: 'token.txt' },
      { label: 'HMAC secret', value: 'HMAC', fileName: 'hmac-secret.txt' },
      { label: 'pin', value: '1234', fileName: 'pin.txt' },
      { label: 'nested', value: '{"a":[1]}', fileName: 'nested.txt' },
      { label: 'constructor', value: 'x', fileName: 'constructor.txt' },
      { label: '../../etc', value: 'y', fileName: 'etc.txt' },
    ])
  })

  it('counts neither certificates nor the key nor the user name among them', () => {
    expect(packageSecrets(whole).map(({ label }) => label)).toEqual(['HMAC secret'])
  })
})

it('reads the user name, and writes the whole package', () => {
  expect(packageUsername(whole)).toBe('p1')
  expect(packageUsername(withSecurity({}))).toBeUndefined()
  expect(JSON.parse(packageText(whole))).toEqual(whole)
})

it('names the secrets of whatever was issued', () => {
  expect(secretNames({ action: 'download', provisioningPackage: whole })).toEqual([
    'client.key',
    'HMAC secret',
  ])
  const rotatedSecret = { hmacSecret: 'x' }
  expect(secretNames({ action: 'rotate-secret', rotatedSecret })).toEqual(['HMAC secret'])
  expect(secretNames({ action: 'mqtt-token', mqttToken: { token: 'x' } })).toEqual(['MQTT token'])
})
