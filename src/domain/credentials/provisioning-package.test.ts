import { describe, expect, it } from 'vitest'
import {
  missingFromPackage,
  packageFiles,
  packageSecrets,
  packageText,
  packageUsername,
  namesToStore,
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
  it('splits a package into files, the key for download only', () => {
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

  it('contains only the config when nothing else was received', () => {
    const bare = { plantId: '', authMethod: '', mqtt: {}, security: {} }
    expect(packageFiles(bare).map(({ name }) => name)).toEqual(['config.json'])
  })
})

describe('a private key in an undocumented field', () => {
  const key = '-----BEGIN EC PRIVATE KEY-----\nAAAA\n-----END EC PRIVATE KEY-----\n'
  const security = { clientKey: key, client: key, signingKey: key, nested: { key }, token: key }
  const odd = withSecurity({ ...security, clientCert: `CERT\n${key}` })

  it('becomes a download-only file with its own name', () => {
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

  it('is not a secret to reveal or copy, but one to save', () => {
    expect(packageSecrets(odd)).toEqual([])
    const names = namesToStore({ action: 'provision', provisioningPackage: odd })
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
  ])('of a %s package with %j finds %i missing', (authMethod, security, count) => {
    expect(of(authMethod, security)).toHaveLength(count)
  })

  it('names the missing fields', () => {
    expect(of('MTLS', { clientCert: 'CERT' })).toEqual(['its private key (client.key)'])
  })
})

describe('packageSecrets', () => {
  it('lists known ones first and drops no unknown one', () => {
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

  it('excludes certificates, the key and the username', () => {
    expect(packageSecrets(whole).map(({ label }) => label)).toEqual(['HMAC secret'])
  })
})

it('reads the username, and writes the whole package', () => {
  expect(packageUsername(whole)).toBe('p1')
  expect(packageUsername(withSecurity({}))).toBeUndefined()
  expect(JSON.parse(packageText(whole))).toEqual(whole)
})

it('names everything that has to be stored', () => {
  expect(namesToStore({ action: 'download', provisioningPackage: whole })).toEqual([
    'ca.crt',
    'client.crt',
    'client.key',
    'HMAC secret',
  ])
  const rotatedSecret = { hmacSecret: 'x' }
  expect(namesToStore({ action: 'rotate-secret', rotatedSecret })).toEqual(['HMAC secret'])
  expect(namesToStore({ action: 'mqtt-token', mqttToken: { token: 'x' } })).toEqual(['MQTT token'])
})
