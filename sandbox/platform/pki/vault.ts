import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { privateMode, readIfPresent, writeAtomically } from './atomic-file'

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
}

/** Opens the vault of a data folder; its key is created at the first start and readable only by its owner. */
export function openVault(dataFolder: string): Vault {
  const key = sealingKey(join(dataFolder, 'sealing-key'))
  return {
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

function sealingKey(file: string): Buffer {
  const stored = readIfPresent(file)
  // A new key instead of a damaged one would silently make all sealed texts unreadable.
  if (stored !== null && stored.length !== keyLength) {
    throw new Error(`${file} must have ${keyLength} bytes, but has ${stored.length}`)
  }
  if (stored !== null) return stored
  const key = randomBytes(keyLength)
  writeAtomically(file, key, privateMode)
  return key
}
