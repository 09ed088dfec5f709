import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import type { CodePart } from '@/lib/code-part'
import { isMissingCode, reportMissingCode } from '@/lib/missing-code'

/** Code that could not be loaded, and the function to retry. */
export interface Missing {
  /** The server has another version: only a reload can load the code. */
  isOutdated: boolean
  isRetrying: boolean
  retry: () => void
}

interface Failure {
  error: unknown
  attempt: number
  isOutdated: boolean
}

interface UseCodeOptions {
  isNeeded?: boolean
  /** False for code that no user waits for: when it is missing, an outdated page stays. */
  isAwaited?: boolean
}

/** Loads a part's code on first use; without code and `missing` it is loading. Throws what the code throws. */
export function useCode<T>(
  part: CodePart<T>,
  { isNeeded = true, isAwaited = true }: UseCodeOptions = {},
): { code?: T | undefined; missing?: Missing } {
  const code = useSyncExternalStore(part.subscribe, part.now)
  const [attempt, setAttempt] = useState(0)
  const [failure, setFailure] = useState<Failure>()
  const retry = useCallback(() => setAttempt((count) => count + 1), [])

  useEffect(() => {
    if (!isNeeded || part.now() !== undefined) return
    let isCurrent = true
    const show = (next: Failure) => (isCurrent ? setFailure(next) : undefined)
    part.load().catch(async (error: unknown) => {
      show({ error, attempt, isOutdated: false })
      if (!isCurrent || !isAwaited || !isMissingCode(error)) return
      show({ error, attempt, isOutdated: await reportMissingCode() })
    })
    return () => {
      isCurrent = false
    }
  }, [part, attempt, isNeeded, isAwaited])

  if (code !== undefined) return { code }
  if (!failure) return {}
  if (!isMissingCode(failure.error)) throw failure.error
  const isRetrying = failure.attempt !== attempt
  return { missing: { isOutdated: failure.isOutdated, isRetrying, retry } }
}
