import type { Database } from '#sandbox/platform/database/open-database'

/** A user who signs in. */
export interface SignInUser {
  userId: string
  username: string
  organizationId: string
  isByApiCredentials: boolean
}

/**
 * Finds the user of a password grant: by user name, but for a client of API credentials only its own user, by client
 * username.
 */
export async function findSignIn(database: Database, clientId: string, username: string) {
  const columns = [
    'users.id as userId',
    'users.username',
    'users.organizationId',
    'users.isDemo',
    'users.disabledAt',
  ] as const
  const owner = await database
    .selectFrom('apiCredentials')
    .innerJoin('users', 'users.id', 'apiCredentials.userId')
    .where('apiCredentials.clientId', '=', clientId)
    .select([...columns, 'apiCredentials.passwordHash', 'apiCredentials.clientUsername'])
    .executeTakeFirst()
  if (owner) {
    const { clientUsername, ...user } = owner
    return clientUsername === username ? { ...user, isByApiCredentials: true } : undefined
  }
  const user = await database
    .selectFrom('users')
    .where('username', '=', username)
    .select([...columns, 'users.passwordHash'])
    .executeTakeFirst()
  return user && { ...user, isByApiCredentials: false }
}

/** Returns true if a user has not been disabled since. */
export async function isEnabled(database: Database, { userId }: SignInUser): Promise<boolean> {
  const found = await database
    .selectFrom('users')
    .where('id', '=', userId)
    .where('disabledAt', 'is', null)
    .select('id')
    .executeTakeFirst()
  return found !== undefined
}

/** Returns the audit entry of a sign-in. */
export function signInEntry(user: SignInUser, action: 'signIn' | 'signInRefused') {
  const { userId, username, organizationId, isByApiCredentials } = user
  return { userId, username, organizationId, isByApiCredentials, action, subjectId: null }
}
