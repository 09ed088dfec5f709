import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { privateMode, readIfPresent, writeAtomically } from './atomic-file'
import { DataFolderError } from '#sandbox/platform/database/data-folder-lock'

const algorithm = 'aes-256-gcm'
const version = 'v1.'
const keyLength = 32
const nonceLength = 12
const tagLength = 16

/** Encryption of secrets for the database. A text sealed in one context cannot be opened in another. */
export interface Vault {
  seal(text: string, context: string): string
  /** Decrypts a sealed text; throws for another context, another key and any change. */
  open(sealed: string, context: string): string
  /** Returns what tells texts apart, without the key of no use for guessing them. */
  fingerprint(text: string): string
}

/** Text that a vault sealed earlier, with its context. */
export interface Sealed {
  sealed: string
  context: string
}

/**
 * Opens the vault of a data folder; its key is created at the first start and readable only by its owner. `sample` is
 * a text that the key must be able to open.
 * @throws DataFolderError if the key is missing or another one
 */
export function openVault(dataFolder: string, sample: Sealed | null = null): Vault {
  const file = join(dataFolder, 'sealing-key')
  const vault = vaultOf(sealingKey(file, sample !== null))
  try {
    if (sample) vault.open(sample.sealed, sample.context)
  } catch (error) {
    throw new DataFolderError(
      `${file} is not the key that this folder's secrets were sealed with. ${lost}`,
      {
        cause: error,
      },
    )
  }
  return vault
}

/** Consequence of a lost key. */
const lost =
  'Put the original back, for example from a backup. Without it, the HMAC secrets and packages of all plants are lost, and the platform has to start over in a new folder (--data).'

function vaultOf(key: Buffer): Vault {
  return {
    fingerprint: (text) =>
      createHmac('sha256', key).update('fingerprint\n').update(text).digest('base64url'),
    seal: (text, context) => {
      const nonce = randomBytes(nonceLength)
      const cipher = createCipheriv(algorithm, key, nonce, { authTagLength: tagLength })
      cipher.setAAD(Buffer.from(context))
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
      return version + Buffer.concat([nonce, body, cipher.getAuthTag()]).toString('base64url')
    },
    open: (sealed, context) => {
      const bytes = readSealed(sealed)
      const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, nonceLength), {
        authTagLength: tagLength,
      })
      decipher.setAAD(Buffer.from(context))
      decipher.setAuthTag(bytes.subarray(-tagLength))
      const body = decipher.update(bytes.subarray(nonceLength, -tagLength))
      try {
        return Buffer.concat([body, decipher.final()]).toString('utf8')
      } catch {
        throw new Error(
          'The sealed text was changed, or sealed for another owner or with another key',
        )
      }
    },
  }
}

function readSealed(sealed: string): Buffer {
  const text = sealed.startsWith(version) ? sealed.slice(version.length) : ''
  const bytes = Buffer.from(text, 'base64url')
  // The last base64 digit has spare bits, which decoding ignores, so only one spelling is accepted.
  const isWhole = bytes.length >= nonceLength + tagLength && bytes.toString('base64url') === text
  if (!isWhole) throw new Error(`The sealed text is not of the form ${version}<base64url>`)
  return bytes
}

function sealingKey(file: string, isNeeded: boolean): Buffer {
  const stored = readIfPresent(file)
  // A new key instead of a damaged or missing one would silently make all sealed texts unreadable.
  if (stored !== null && stored.length !== keyLength) {
    throw new DataFolderError(
      `${file} must have ${keyLength} bytes, but has ${stored.length}. ${lost}`,
    )
  }
  if (stored !== null) return stored
  if (isNeeded) throw new DataFolderError(`${file} is missing. ${lost}`)
  const key = randomBytes(keyLength)
  writeAtomically(file, key, privateMode)
  return key
}
