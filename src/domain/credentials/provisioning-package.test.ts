import { describe, expect, it } from 'vitest'
import {
  missingFromPackage,
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

describe('a private key where nobody documented one', () => {
  const key = '-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n'
  const security = { clientKey: key, client: key, signingKey: key, nested: { key }, token: key }
  const odd = withSecurity({ ...security, clientCert: `CERT\n${key}` })

  it('is a file for saving only, under a name of its own', () => {
    const files = packageFiles(odd).filter((file) => file.isDownloadOnly)
    expect(files.map(({ name }) => name)).toEqual([
      'client.crt',
      'client.key',
      'client-2.key',
      'signingKey.key',
      'nested.key',
      'token.key',
    ])
  })

  it('is no secret that is revealed or copied, but one that has to be saved', () => {
    expect(packageSecrets(odd)).toEqual([])
    const names = secretNames({ action: 'provision', provisioningPackage: odd })
    expect(names).toContain('signingKey.key')
  })
})

describe('missingFromPackage', () => {
  const of = (authMethod: string, security: ProvisioningPackage['security']) =>
    missingFromPackage({ ...whole, authMethod, security })

  it.each([
    ['MTLS', whole.security, 0],
    ['MTLS', { clientCert: 'CERT' }, 1],
    ['MTLS', { clientKey: null }, 2],
    ['TOKEN', { token: 'x' }, 0],
    ['TOKEN', { hmacSecret: 'x' }, 1],
    ['PASSWORD', { username: 'a', password: 'x' }, 0],
    ['PASSWORD', { password: '' }, 2],
    ['SMOKE_SIGNS', {}, 0],
    ['toString', {}, 0],
  ])('of %s with %j names %i', (authMethod, security, count) => {
    expect(of(authMethod, security)).toHaveLength(count)
  })

  it('names what is not there', () => {
    expect(of('MTLS', { clientCert: 'CERT' })).toEqual(['its private key (client.key)'])
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
