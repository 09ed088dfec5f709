import { expect, it } from 'vitest'
import { inspectFiles } from './certificate-files'
import { caCert, ecCert, ecKey } from './test-certificates'

const atMs = Date.parse('2027-01-01T00:00:00Z')

it('reads the certificate, key and chain of a package', async () => {
  const files = { clientCert: ecCert, clientKey: ecKey, caCert }
  expect(await inspectFiles(files, atMs)).toMatchObject({
    certificate: { serialNumber: 'F1E2D3C4B5A69781' },
    isKeyMatching: 'yes',
    signing: { answer: 'yes' },
  })
})

it('returns nothing without a certificate', async () => {
  const files = { clientCert: 'garbage', clientKey: ecKey, caCert }
  expect(await inspectFiles(files, atMs)).toBeUndefined()
})
