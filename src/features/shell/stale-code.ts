import type { QueryClient } from '@tanstack/react-query'
import { readDeployedVersion, reloadIfAnswered, versionOf } from '@/api/deployed-version'
import { ownName } from '@/lib/base-path'
import { keepText, readText } from '@/lib/browser-storage'
import { isPageHeld } from '@/lib/held-page'
import { setMissingCodePolicy } from '@/lib/missing-code'

const reloadedForKey = ownName('plantdeck.reloaded-for')

/**
 * The only reload that the page makes by itself: code is missing where someone waits for it, the server has answered
 * with another version than this page's, and nothing typed, shown once, or being sent would be lost. Once for each
 * version, so that servers that disagree cannot keep the page reloading.
 */
export function reloadWhenOutdated(queryClient: QueryClient): void {
  let judging: Promise<boolean> | undefined
  setMissingCodePolicy({
    judge: () =>
      (judging ??= judge(queryClient).finally(() => {
        judging = undefined
      })),
    reload: reloadIfAnswered,
  })
}

async function judge(queryClient: QueryClient): Promise<boolean> {
  const [here, deployed] = [versionOf(document.head.innerHTML), await readDeployedVersion()]
  if (here === undefined || deployed === undefined || here === deployed) return false
  // Asked after the answer has come: something may have been begun meanwhile.
  const isSafe = !isPageHeld() && queryClient.isMutating() === 0
  if (isSafe && isFirstReloadFor(deployed)) location.reload()
  return true
}

function isFirstReloadFor(version: string): boolean {
  const versions = (readText('sessionStorage', reloadedForKey) ?? '').split(' ')
  if (versions.includes(version)) return false
  return keepText('sessionStorage', reloadedForKey, [...versions, version].join(' ').trim())
}
