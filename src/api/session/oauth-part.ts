import { NotSentError, TransportError } from '@/api/errors'
import { codePart } from '@/lib/code-part'
import { isMissingCode, reportMissingCode } from '@/lib/missing-code'

const oauthPart = codePart(() => import('./oauth'))

/** Preloads the code, so that signing in, renewing and signing out need not wait for it. */
export const preloadOAuth = oauthPart.preload

/** Loads the code of the token endpoint. Throws `TransportError`, or `NotSentError` when only a reload can load it. */
export async function loadOAuth(operation: string): ReturnType<typeof oauthPart.load> {
  try {
    return await oauthPart.load()
  } catch (error) {
    if (!isMissingCode(error)) throw error
    if (await reportMissingCode()) throw new NotSentError('outdated')
    throw new TransportError(operation, 'network', error)
  }
}
