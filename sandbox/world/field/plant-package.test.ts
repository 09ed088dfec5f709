import { describe, expect, it } from 'vitest'
import { connectFailureOf } from './connect-failure'
import { connectionOptions } from './connection-options'
import { type PlantPackage, connectsAlike, readPackage } from './plant-package'
import { plantId, samplePackage } from '#sandbox/world/field/testing/sample-plant'
import { testAuthority } from '#sandbox/world/field/testing/test-certificates'

const { caCert, plant } = await testAuthority()
const [own, foreign] = await Promise.all([plant(plantId), plant('another')])
const mtls: PlantPackage = {
  ...samplePackage(),
  authMethod: 'MTLS',
  security: { caCert, hmacSecret: 's', clientCert: own.cert, clientKey: own.key },
}
const withSecurity = (change: object) =>
  JSON.stringify({ ...mtls, security: { ...mtls.security, ...change } })

describe('reading a package', () => {
  it("accepts the platform's packages, even with additional members", () => {
    expect(readPackage(JSON.stringify({ ...mtls, version: 2 }))).toEqual(mtls)
    const withPassword = samplePackage({ caCert })
    expect(readPackage(JSON.stringify(withPassword))).toEqual(withPassword)
  })

  it.each([
    ['<html>', 'the file is not JSON'],
    ['null', 'not a package'],
    [JSON.stringify({ ...mtls, mqtt: { ...mtls.mqtt, port: 0 } }), 'mqtt.port'],
    [JSON.stringify({ ...mtls, authMethod: 'NONE' }), 'authMethod'],
    [withSecurity({ caCert: 'x' }), 'security.caCert is not a PEM certificate'],
    [withSecurity({ clientKey: null }), 'security.clientKey is missing: authMethod is MTLS'],
    [withSecurity({ clientCert: 'x' }), 'security.clientCert is not a PEM certificate'],
    [withSecurity({ clientKey: 'x' }), 'security.clientKey is not a PEM private key'],
    [withSecurity({ clientKey: foreign.key }), 'security.clientKey does not match'],
    [JSON.stringify({ ...mtls, authMethod: 'TOKEN' }), 'security.token is missing'],
    [JSON.stringify({ ...mtls, authMethod: 'PASSWORD' }), 'security.username is missing'],
  ])('refuses %.20s: %s', (json, message) => {
    expect(() => readPackage(json)).toThrow(message)
  })

  it('detects if a new connection is necessary', () => {
    const rotated = { ...mtls, security: { ...mtls.security, hmacSecret: 'new' } }
    const renewed = { ...mtls, security: { ...mtls.security, clientCert: foreign.cert } }
    expect(connectsAlike(mtls, rotated)).toBe(true)
    expect(connectsAlike(mtls, renewed)).toBe(false)
  })
})

describe('connecting', () => {
  const token = { ...samplePackage({ token: 'jwt' }), authMethod: 'TOKEN' as const }

  it('verifies the broker and sets a last will', () => {
    expect(connectionOptions(mtls, { nowMs: 5 })).toMatchObject({
      protocol: 'mqtts',
      host: 'localhost',
      servername: 'localhost',
      port: 8883,
      ca: caCert,
      rejectUnauthorized: true,
      protocolVersion: 4,
      clientId: plantId,
      clean: true,
      keepalive: 30,
      will: {
        topic: `cpi/${plantId}/status`,
        payload: Buffer.from('{"ts":5,"state":"offline","reason":"connection lost"}'),
        qos: 1,
      },
    })
    expect(connectionOptions(mtls, { nowMs: 5, host: '10.0.0.1' })).toMatchObject({
      host: '10.0.0.1',
      servername: 'localhost',
    })
  })

  it.each([
    [mtls, { username: plantId, cert: own.cert, key: own.key }, { username: plantId }],
    [token, { username: plantId, password: 'jwt' }, { password: 'not the password' }],
    [samplePackage(), { username: 'plc-0f8c2f52', password: 'right' }, {}],
  ])(
    'uses the credentials in the package, or wrong ones on request',
    (plantPackage, right, wrong) => {
      expect(connectionOptions(plantPackage, { nowMs: 0 })).toMatchObject(right)
      const wrongOptions = connectionOptions(plantPackage, { nowMs: 0, isWrong: true })
      expect(wrongOptions).toMatchObject(wrong)
      expect(wrongOptions).not.toMatchObject(right)
      expect(wrongOptions.cert).toBeUndefined()
    },
  )
})

it.each([
  [4, true, 'refused'],
  [5, true, 'held'],
  [3, true, 'unreachable'],
  ['ERR_SSL_TLSV1_ALERT_UNKNOWN_CA', false, 'refused'],
  ['UNABLE_TO_VERIFY_LEAF_SIGNATURE', false, 'untrusted'],
  ['ERR_TLS_CERT_ALTNAME_INVALID', false, 'untrusted'],
  ['ECONNREFUSED', false, 'unreachable'],
  ['ECONNRESET', false, 'unreachable'],
  ['ECONNRESET', true, 'cut'],
])('classifies the failure %s (accepted before: %s) as %s', (code, isSecure, kind) => {
  const error = Object.assign(new Error('of\n two lines'), { code })
  expect(connectFailureOf(error, isSecure)).toEqual({ kind, reason: 'of two lines' })
})
