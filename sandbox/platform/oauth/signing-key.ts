import { type CryptoKey, exportJWK, generateKeyPair, importJWK } from 'jose'
import * as z from 'zod/mini'
import { DataFolderError } from '#sandbox/platform/database/data-folder-lock'
import { privateMode, readIfPresent, writeAtomically } from '#sandbox/platform/pki/atomic-file'

const privateJwkSchema = z.looseObject({ kty: z.string(), d: z.string() })
const publicMembers = new Set(['kty', 'crv', 'x', 'y', 'n', 'e'])

interface SigningKey {
  privateKey: CryptoKey | Uint8Array
  publicKey: CryptoKey | Uint8Array
}

/** Opens the signing key in a file, which is created at the first start and readable only by its owner. */
export async function openSigningKey(file: string, algorithm: string): Promise<SigningKey> {
  const key = await readOrMake(file, algorithm)
  const publicPart = Object.fromEntries(
    Object.entries(key).filter(([member]) => publicMembers.has(member)),
  )
  return {
    privateKey: await importJWK(key, algorithm),
    publicKey: await importJWK({ ...publicPart, kty: key.kty }, algorithm),
  }
}

function readKey(file: string, text: string): z.infer<typeof privateJwkSchema> {
  try {
    return z.parse(privateJwkSchema, JSON.parse(text))
  } catch (error) {
    throw new DataFolderError(
      `${file} is damaged. Restore it from a backup, or delete it: a new key is created, and tokens issued so far become invalid.`,
      { cause: error },
    )
  }
}

async function readOrMake(
  file: string,
  algorithm: string,
): Promise<z.infer<typeof privateJwkSchema>> {
  const stored = readIfPresent(file)
  if (stored !== null) return readKey(file, stored.toString('utf8'))
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  const key = z.parse(privateJwkSchema, await exportJWK(privateKey))
  writeAtomically(file, JSON.stringify(key), privateMode)
  return key
}
