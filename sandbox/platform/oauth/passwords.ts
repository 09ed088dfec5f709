import { type Options, hash, verify } from '@node-rs/argon2'

/** OWASP's minimum for argon2id, which are the library's defaults. Takes about 25 ms. */
const careful: Options = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Weaker parameters for passwords that are published anyway; they speed up the tests. */
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
 * Returns true if a password matches the stored hash. Without a hash (unknown user), it takes equally long and returns
 * false, so that response times don't reveal which user names exist.
 */
export async function isPassword(stored: string | undefined, password: string): Promise<boolean> {
  decoy ??= hashPassword('no user has this password')
  const matches = await verify(stored ?? (await decoy), password)
  return matches && stored !== undefined
}
