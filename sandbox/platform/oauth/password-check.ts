import { allowedIsDemoValues } from './demo-users'
import { OAuthError } from './oauth-error'
import { isPassword } from './passwords'
import type { SignInLimit } from './sign-in-limit'
import { type SignInUser, findSignIn, signInEntry } from './sign-in-users'
import type { PlatformContext } from '#sandbox/platform/platform-context'

interface Attempt {
  clientId: string
  username: string
  password: string
  /** Network address of the sender. */
  address: string
}

/**
 * Returns the user who signs in with a password.
 * @throws OAuthError invalid_grant, or 429 after too many failures
 */
export async function checkPassword(
  platform: PlatformContext,
  limit: SignInLimit,
  { clientId, username, password, address }: Attempt,
): Promise<SignInUser> {
  const now = platform.now()
  const succeed = limit.attempt({ username, address }, now.getTime())
  const user = await findSignIn(platform.database, clientId, username)
  const isAllowed =
    user !== undefined &&
    user.disabledAt === null &&
    allowedIsDemoValues(platform).includes(user.isDemo)
  const isRight = await isPassword(user?.passwordHash, password)
  if (!isAllowed || !isRight) {
    if (user) platform.refusedSignIns.note(signInEntry(user, 'signInRefused'), now)
    throw new OAuthError('invalid_grant', 'The user name or password is incorrect.')
  }
  succeed()
  const { userId, organizationId, isByApiCredentials } = user
  return { userId, username: user.username, organizationId, isByApiCredentials }
}
