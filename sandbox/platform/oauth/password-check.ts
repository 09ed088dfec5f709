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
export function checkPassword(
  platform: PlatformContext,
  limit: SignInLimit,
  { clientId, username, password, address }: Attempt,
): Promise<SignInUser> {
  const now = platform.now()
  return limit.attempt({ username, address }, now.getTime(), async () => {
    const found = await findSignIn(platform.database, clientId, username)
    const isAllowed =
      found !== undefined &&
      found.disabledAt === null &&
      allowedIsDemoValues(platform).includes(found.isDemo)
    const isRight = await isPassword(found?.passwordHash, password)
    if (isAllowed && isRight) {
      const { userId, organizationId, isByApiCredentials } = found
      return { userId, username: found.username, organizationId, isByApiCredentials }
    }
    if (found) platform.refusedSignIns.note(signInEntry(found, 'signInRefused'), now)
    throw new OAuthError('invalid_grant', 'The username or password is incorrect.')
  })
}
