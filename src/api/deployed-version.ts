import { fetchWhole } from './client'
import { basePath } from '@/lib/base-path'

const limitMs = 5_000
/** The entry that the start page loads. Its name changes with any part of the application's code. */
const entry = /<script\b[^>]*\bsrc="[^"]*\/(main-[\w-]+\.js)"/

/** Returns the version that a start page belongs to; undefined for other pages, and while developing. */
export function versionOf(html: string): string | undefined {
  return entry.exec(html)?.[1]
}

/** Reads the version that the server has now; undefined when it does not answer, or not with our start page. */
export async function readDeployedVersion(): Promise<string | undefined> {
  return versionOf((await readStartPage()) ?? '')
}

/**
 * Reloads the page while the server answers: otherwise the browser's error page would take its place. Resolves to
 * false when it does not.
 */
export async function reloadIfAnswered(): Promise<boolean> {
  const isAnswered = (await readStartPage()) !== undefined
  if (isAnswered) location.reload()
  return isAnswered
}

async function readStartPage(): Promise<string | undefined> {
  try {
    const answer = await fetchWhole('start page', basePath, { limitMs, cache: 'no-store' })
    return answer.ok ? await answer.text() : undefined
  } catch {
    return undefined
  }
}
