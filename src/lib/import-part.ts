/** Files are fetched before they are imported: Firefox before 155 remembers a failed import for the page's lifetime. */
import { MissingCodeError, isMissingCode } from './missing-code'

const limitMs = 30_000
const arrivals = new Map<string, Promise<void>>()

/** Imports a part whose files are `urls`. Throws `MissingCodeError`, or any error the code itself throws. */
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

/** The entry and the preloads of the start page are already loaded. */
function isOnPage(url: string): boolean {
  const { href } = new URL(url, document.baseURI)
  const links = [...document.querySelectorAll<HTMLLinkElement>('link[href]')]
  const scripts = [...document.querySelectorAll<HTMLScriptElement>('script[src]')]
  return links.some((link) => link.href === href) || scripts.some(({ src }) => src === href)
}

/** Reads the whole file so that the import finds it in the browser's cache. */
async function fetchFile(url: string): Promise<void> {
  try {
    const response = await fetch(url, {
      credentials: 'same-origin',
      signal: AbortSignal.timeout(limitMs),
    })
    const type = response.headers.get('content-type') ?? ''
    // Some servers return the start page for missing files; importing that would fail.
    if (!response.ok || !/javascript/i.test(type)) {
      throw new Error(`${url}: HTTP ${response.status} ${type}`)
    }
    await response.arrayBuffer()
  } catch (error) {
    throw new MissingCodeError(error)
  }
}
