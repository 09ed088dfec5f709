import { type Options, hash, verify } from '@node-rs/argon2'

/** OWASP's minimum for argon2id, the library's defaults. About 25 ms. */
const careful: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** For passwords that are printed in the documentation anyway; saves the tests their waiting. */
const cheap: Options = { memoryCost: 1_024, timeCost: 1, parallelism: 1 }

/** Hashes a password with argon2id, off the main thread. */
export function hashPassword(
  password: string,
  cost: 'careful' | 'cheap' = 'careful',
): Promise<string> {
  return hash(password, cost === 'careful' ? careful : cheap)
}

let decoy: Promise<string> | undefined

/**
 * Whether a password is the one that was hashed. Without a hash (unknown user) it works as long and says
 * no, so that the time of an answer does not tell which user names exist.
 */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no user has this password')
  const matches = await verify(stored ?? (await decoy), password)
  return matches && stored !== undefined
}
