import { fetchWhole } from './client'
import { basePath } from '@/lib/base-path'

const limitMs = 5_000
/** Script that the start page loads. Its name changes with any change to the application's code. */
const entry = /<script\b[^>]*\bsrc="[^"]*\/(main-[\w-]+\.js)"/

/** Returns the version of a start page; undefined for other pages and during development. */
export function versionOf(html: string): string | undefined {
  return entry.exec(html)?.[1]
}

/** Reads the version currently deployed; undefined when the server does not respond with our start page. */
export async function readDeployedVersion(): Promise<string | undefined> {
  return versionOf((await readStartPage()) ?? '')
}

/** Reloads the page unless the server doesn't respond (resolves to false): an error page would replace it. */
export async function reloadIfReachable(): Promise<boolean> {
  const isReachable = (await readStartPage()) !== undefined
  if (isReachable) location.reload()
  return isReachable
}

async function readStartPage(): Promise<string | undefined> {
  try {
    const response = await fetchWhole('start page', basePath, { limitMs, cache: 'no-store' })
    return response.ok ? await response.text() : undefined
  } catch {
    return undefined
  }
}
