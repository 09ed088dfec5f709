import { ownName } from './base-path'
import { keepText, readText } from './browser-storage'
import { uniqueKey } from './unique-key'

const saltKey = ownName('plantdeck.salt')

/**
 * Returns an alias of a user for the names of databases and keys: browsers keep those names in their files even after
 * deletion. The same user gets another alias in every browser. FNV-1a, 64 bits: WebCrypto is asynchronous and missing on
 * plain HTTP.
 */
export function personAlias(username: string): string {
  let salt = readText('localStorage', saltKey)
  if (salt === null) keepText('localStorage', saltKey, (salt = uniqueKey()))
  let hash = 0xcbf29ce484222325n
  for (const char of salt + username) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(char.codePointAt(0) ?? 0)) * 0x100000001b3n)
  }
  return hash.toString(36)
}
