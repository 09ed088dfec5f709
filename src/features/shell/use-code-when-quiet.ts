import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useSyncExternalStore } from 'react'
import { useIsQuiet } from './use-is-quiet'
import type { CodePart } from '@/lib/code-part'
import { minuteMs } from '@/lib/instants'

const retryAfterMs = 5 * minuteMs

/**
 * Loads code that no user waits for, once the page is quiet, and tries again later when it can't be loaded. Code that makes
 * a reading waits longer when that has just failed. Without the code the shell shows nothing.
 */
export function useCodeWhenQuiet<T>(part: CodePart<T>, readingKey?: QueryKey): T | undefined {
  const queryClient = useQueryClient()
  const isQuiet = useIsQuiet()
  const code = useSyncExternalStore(part.subscribe, part.now)
  useEffect(() => {
    if (!isQuiet) return undefined
    let timer: ReturnType<typeof setTimeout> | undefined
    const later = () => {
      timer = setTimeout(start, retryAfterMs)
    }
    const start = () => void part.load().catch(later)
    // The page says that the reading has failed.
    const hasFailed = readingKey && queryClient.getQueryState(readingKey)?.status === 'error'
    if (hasFailed) later()
    else start()
    return () => clearTimeout(timer)
  }, [isQuiet, part, readingKey, queryClient])
  return code
}
