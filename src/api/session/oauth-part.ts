import { NotSentError, TransportError } from '@/api/errors'
import { codePart } from '@/lib/code-part'
import { isMissingCode, missingCodeAdvice, reportMissingCode } from '@/lib/missing-code'

/** The code of the token endpoint; a page that restores a valid token doesn't need it. */
const oauthPart = codePart(() => import('./oauth'))

/** Preloads the code, so that signing in, renewing and signing out need not wait for it. */
export const preloadOAuth = oauthPart.preload

/**
 * Loads the code of the token endpoint. If that fails, nothing was sent: throws `TransportError`, or `NotSentError`
 * after a deployment, when only a reload can load the code.
 */
export async function loadOAuth(operation: string): ReturnType<typeof oauthPart.load> {
  try {
    return await oauthPart.load()
  } catch (error) {
    if (!isMissingCode(error)) throw error
    if (await reportMissingCode()) throw new NotSentError('outdated', missingCodeAdvice(true))
    throw new TransportError(operation, 'network', error)
  }
}
