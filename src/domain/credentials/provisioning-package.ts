import type { AuthMethod } from '@/api/plant-schemas'
import type { Issued, ProvisioningPackage } from '@/api/provisioning'
import { fileNamePart } from '@/lib/file-name'
import { indentJson, jsonTextOf } from '@/lib/json-writing'
import { lookUp } from '@/lib/look-up'

interface PackageFile {
  name: string
  content: string
  type: string
  purpose: string
  /** True for files that may only be saved, never shown or copied. */
  isDownloadOnly?: boolean
}

interface PackageSecret {
  label: string
  value: string
  fileName: string
}

const pemType = 'application/x-pem-file'

/** Names of the files with a plant's token or password, as used in the broker commands. */
export const credentialFiles = { token: 'token.txt', password: 'password.txt' } as const

const knownSecrets: Record<string, Omit<PackageSecret, 'value'>> = {
  token: { label: 'MQTT token', fileName: credentialFiles.token },
  password: { label: 'MQTT password', fileName: credentialFiles.password },
  hmacSecret: { label: 'HMAC secret', fileName: 'hmac-secret.txt' },
}

/** Members that are shown elsewhere; the only secret among them is the key, which is a file. */
const shownElsewhere = new Set(['caCert', 'clientCert', 'clientKey', 'username', 'tokenExpiresAt'])

/** Returns the files of a package. `config.json` contains no secret. */
export function packageFiles(issued: ProvisioningPackage): PackageFile[] {
  const { caCert, clientCert, clientKey } = issued.security
  const pem = (name: string, content: string | null | undefined, purpose: string) =>
    content ? [{ name, content, type: pemType, purpose, isDownloadOnly: holdsKey(content) }] : []
  const documented = [
    ...pem('ca.crt', caCert, 'the broker’s certificate authority'),
    ...pem('client.crt', clientCert, 'the plant’s certificate'),
    ...pem('client.key', clientKey, 'the certificate’s private key').map((file) => ({
      ...file,
      isDownloadOnly: true,
    })),
    {
      name: 'config.json',
      content: configText(issued),
      type: 'application/json',
      purpose: 'broker, topics and protocol; contains no secret',
    },
  ]
  const names = new Set(documented.map(({ name }) => name))
  return [...documented, ...otherMembers(issued).flatMap((member) => keyFile(member, names))]
}

function keyFile([member, content]: [string, string], taken: Set<string>): PackageFile[] {
  if (!holdsKey(content)) return []
  const start = fileNamePart(member)
  let name = `${start}.key`
  for (let count = 2; taken.has(name); count += 1) name = `${start}-${count}.key`
  taken.add(name)
  return [
    { name, content, type: pemType, purpose: `a private key, as ${member}`, isDownloadOnly: true },
  ]
}

/** Returns the secrets of a package that fit on one line; undocumented members of `security` count as secret. */
export function packageSecrets(issued: ProvisioningPackage): PackageSecret[] {
  const members = otherMembers(issued).filter(([, value]) => !holdsKey(value))
  const order = Object.keys(knownSecrets)
  const place = (name: string) => (order.includes(name) ? order.indexOf(name) : order.length)
  return members
    .toSorted(([one], [other]) => place(one) - place(other))
    .map(([name, value]) => {
      const known = lookUp(knownSecrets, name)
      return { ...(known ?? { label: name, fileName: `${fileNamePart(name)}.txt` }), value }
    })
}

function otherMembers({ security }: ProvisioningPackage): [string, string][] {
  return Object.entries(security)
    .filter(([name]) => !shownElsewhere.has(name))
    .map(([name, value]): [string, string] => [name, textOf(value)])
    .filter(([, value]) => value !== '')
}

const holdsKey = (text: string) => text.includes('PRIVATE KEY')

/** Credentials that a plant needs to sign in, by authentication method. */
const needed: Record<AuthMethod, Record<string, string>> = {
  MTLS: { clientCert: 'the certificate (client.crt)', clientKey: 'its private key (client.key)' },
  TOKEN: { token: 'an MQTT token' },
  PASSWORD: { username: 'a username', password: 'a password' },
}

/** Lists the credentials that the package's authentication method needs but the package lacks. */
export function missingFromPackage({ authMethod, security }: ProvisioningPackage): string[] {
  const wanted = lookUp(needed, authMethod)
  const given = new Map(Object.entries(security))
  return Object.entries(wanted ?? {})
    .filter(([name]) => textOf(given.get(name)) === '')
    .map(([, words]) => words)
}

/** Names everything issued that has to be stored: certificates, keys and secrets. */
export function namesToStore(issued: Issued): string[] {
  if (issued.action === 'rotate-secret') return ['HMAC secret']
  if (issued.action === 'mqtt-token') return ['MQTT token']
  const { provisioningPackage } = issued
  const files = packageFiles(provisioningPackage).filter(({ type }) => type === pemType)
  const secrets = packageSecrets(provisioningPackage)
  return [...files.map(({ name }) => name), ...secrets.map(({ label }) => label)]
}

/** Returns the plant's MQTT username; undefined when the package has none. */
export function packageUsername({ security }: ProvisioningPackage): string | undefined {
  return textOf(security.username) || undefined
}

/** Returns the whole package as JSON, with everything the server sent. */
export function packageText(issued: ProvisioningPackage): string {
  return `${indentJson(jsonTextOf(issued))}\n`
}

function configText(issued: ProvisioningPackage): string {
  const { plantId, authMethod, protocol } = issued
  const { broker, port, topics } = issued.mqtt
  const username = packageUsername(issued)
  const config = { plantId, authMethod, mqtt: { broker, port, topics }, protocol, username }
  return `${indentJson(jsonTextOf(config))}\n`
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'string' ? value : jsonTextOf(value)
}
