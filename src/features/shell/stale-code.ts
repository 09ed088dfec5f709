import type { QueryClient } from '@tanstack/react-query'
import { readDeployedVersion, reloadIfReachable, versionOf } from '@/api/deployed-version'
import { ownName } from '@/lib/base-path'
import { keepText, readText } from '@/lib/browser-storage'
import { isPageHeld } from '@/lib/held-page'
import { setMissingCodePolicy } from '@/lib/missing-code'

const reloadedForKey = ownName('plantdeck.reloaded-for')

/**
 * Reloads the page by itself in one case only: code is missing where a user waits for it, the server has another
 * version than this page, and no input, secret or pending request would be lost. At most once per version, so that
 * inconsistent servers can't cause endless reloads.
 */
export function reloadWhenOutdated(queryClient: QueryClient): void {
  let judging: Promise<boolean> | undefined
  setMissingCodePolicy({
    judge: () =>
      (judging ??= judge(queryClient).finally(() => {
        judging = undefined
      })),
    reload: reloadIfReachable,
  })
}

async function judge(queryClient: QueryClient): Promise<boolean> {
  const [here, deployed] = [versionOf(document.head.innerHTML), await readDeployedVersion()]
  if (here === undefined || deployed === undefined || here === deployed) return false
  // Checked after the response, because something may have been started meanwhile.
  const isSafe = !isPageHeld() && queryClient.isMutating() === 0
  if (isSafe && isFirstReloadFor(deployed)) location.reload()
  return true
}

function isFirstReloadFor(version: string): boolean {
  const versions = (readText('sessionStorage', reloadedForKey) ?? '').split(' ')
  if (versions.includes(version)) return false
  return keepText('sessionStorage', reloadedForKey, [...versions, version].join(' ').trim())
}
