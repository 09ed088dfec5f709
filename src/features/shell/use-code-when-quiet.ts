import { type QueryKey, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { useIsQuiet } from './use-is-quiet'
import type { CodePart } from '@/lib/code-part'
import { minuteMs } from '@/lib/instants'

const retryAfterMs = 5 * minuteMs

/**
 * Loads code that makes a reading, once the page is quiet. Without the code the shell shows nothing, as without the
 * reading.
 */
export function useCodeWhenQuiet<T>(part: CodePart<T>, readingKey: QueryKey): T | undefined {
  const queryClient = useQueryClient()
  const isQuiet = useIsQuiet()
  const [code, setCode] = useState(part.now)
  useEffect(() => {
    if (!isQuiet) return undefined
    const start = () =>
      void part.load().then(
        (loaded) => setCode(() => loaded),
        () => undefined,
      )
    const { status } = queryClient.getQueryState(readingKey) ?? {}
    if (status !== 'error') return start()
    // It has just failed, and the page says so.
    const timer = setTimeout(start, retryAfterMs)
    return () => clearTimeout(timer)
  }, [isQuiet, part, readingKey, queryClient])
  return code
}
