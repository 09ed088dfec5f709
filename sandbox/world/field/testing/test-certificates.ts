import 'reflect-metadata'
import {
  BasicConstraintsExtension,
  ExtendedKeyUsage,
  ExtendedKeyUsageExtension,
  SubjectAlternativeNameExtension,
  X509CertificateGenerator,
} from '@peculiar/x509'
import { webcrypto } from 'node:crypto'
import { hourMs } from '@/lib/instants'

const { subtle } = webcrypto
const algorithm = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' }

interface Identity {
  cert: string
  key: string
}

/** Creates an authority for tests, which issues certificates for a broker on localhost and for plants. */
export async function testAuthority() {
  const keys = await subtle.generateKey(algorithm, true, ['sign', 'verify'])
  const root = await X509CertificateGenerator.createSelfSigned({
    ...validity(),
    name: 'CN=Test authority',
    keys,
    signingAlgorithm: algorithm,
    extensions: [new BasicConstraintsExtension(true, 0, true)],
  })
  const issue = async (name: string, usage: ExtendedKeyUsage): Promise<Identity> => {
    const own = await subtle.generateKey(algorithm, true, ['sign', 'verify'])
    const leaf = await X509CertificateGenerator.create({
      ...validity(),
      subject: `CN=${name}`,
      issuer: root.subject,
      publicKey: own.publicKey,
      signingKey: keys.privateKey,
      signingAlgorithm: algorithm,
      extensions: [
        new ExtendedKeyUsageExtension([usage]),
        new SubjectAlternativeNameExtension([{ type: 'dns', value: name }]),
      ],
    })
    return { cert: leaf.toString('pem'), key: await privatePem(own.privateKey) }
  }
  return {
    caCert: root.toString('pem'),
    broker: await issue('localhost', ExtendedKeyUsage.serverAuth),
    plant: (plantId: string) => issue(plantId, ExtendedKeyUsage.clientAuth),
  }
}

function validity() {
  const now = Date.now()
  return { notBefore: new Date(now - hourMs), notAfter: new Date(now + hourMs) }
}

async function privatePem(key: webcrypto.CryptoKey): Promise<string> {
  const der = Buffer.from(await subtle.exportKey('pkcs8', key)).toString('base64')
  return `-----BEGIN PRIVATE KEY-----\n${der}\n-----END PRIVATE KEY-----\n`
}
