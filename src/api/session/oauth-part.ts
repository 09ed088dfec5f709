import { NotSentError, TransportError } from '@/api/errors'
import { codePart } from '@/lib/code-part'
import { isMissingCode, missingCodeAdvice, reportMissingCode } from '@/lib/missing-code'

/** The code of the token endpoint, which a page that keeps a good token does without. */
const oauthPart = codePart(() => import('./oauth'))

/** Loads the code ahead, so that a sign-in, a renewal or a sign-out need not wait for it. */
export const preloadOAuth = oauthPart.preload

/**
 * Loads the code of the token endpoint. When it does not arrive, nothing was sent: throws `TransportError`, or
 * `NotSentError` after a deploy, when only a reload brings it.
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
