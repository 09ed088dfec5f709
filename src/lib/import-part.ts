/**
 * Every dynamic import of the build goes through here (`.scripts/on-demand-code.ts`). A file is fetched before it is
 * imported: Firefox before 155 and older versions of other browsers remember a failed import for as long as the page
 * lives, and a changed query does not help when a file that the part imports has failed. What was never imported can
 * be imported later.
 */
import { MissingCodeError, isMissingCode } from './missing-code'

const limitMs = 30_000
const arrivals = new Map<string, Promise<void>>()

/**
 * Imports a part of the application. `urls` are its file and all that this file imports. Throws `MissingCodeError`,
 * or what the code itself throws.
 */
export async function importPart<T>(
  importIt: () => Promise<T>,
  urls: readonly string[],
): Promise<T> {
  try {
    await Promise.all(urls.filter((url) => !url.endsWith('.css')).map(arrive))
    return await importIt()
  } catch (error) {
    throw isMissingCode(error) && !(error instanceof MissingCodeError)
      ? new MissingCodeError(error)
      : error
  }
}

function arrive(url: string): Promise<void> {
  const earlier = arrivals.get(url)
  if (earlier) return earlier
  const arrival = isOnPage(url) ? Promise.resolve() : fetchFile(url)
  arrivals.set(url, arrival)
  arrival.catch(() => arrivals.delete(url))
  return arrival
}

/** The entry and what the start page preloads are not asked for again. */
function isOnPage(url: string): boolean {
  const { href } = new URL(url, document.baseURI)
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[href]')]
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
  return links.some((link) => link.href === href) || scripts.some(({ src }) => src === href)
}

/** Reads the whole file, so that the import finds it in the browser's cache. */
async function fetchFile(url: string): Promise<void> {
  try {
    const answer = await fetch(url, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(limitMs),
    })
    const type = answer.headers.get('content-type') ?? ''
    // A server that answers with the start page for what it does not have would make the import fail.
    if (!answer.ok || !/javascript/i.test(type)) {
      throw new Error(`${url}: HTTP ${answer.status} ${type}`)
    }
    await answer.arrayBuffer()
  } catch (error) {
    throw new MissingCodeError(error)
  }
}
