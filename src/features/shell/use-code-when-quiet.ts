import { type QueryKey, useIsFetching, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { CodePart } from '@/lib/code-part'
import { minuteMs } from '@/lib/instants'
import { whenIdle } from '@/lib/when-idle'

const retryAfterMs = 5 * minuteMs

/**
 * Loads code that makes a reading, once the first page has been read and the browser has nothing else to do. Without the
 * code the shell shows nothing, as without the reading.
 */
export function useCodeWhenQuiet<T>(part: CodePart<T>, readingKey: QueryKey): T | undefined {
  const queryClient = useQueryClient()
  const isFetching = useIsFetching() > 0
  const [isRead, setIsRead] = useState(!isFetching)
  const [code, setCode] = useState(part.now)
  if (!isFetching && !isRead) setIsRead(true)
  useEffect(() => {
    if (!isRead) return undefined
    const start = () =>
      void part.load().then(
        (loaded) => setCode(() => loaded),
        () => undefined,
      )
    const { status } = queryClient.getQueryState(readingKey) ?? {}
    if (status !== 'error') return whenIdle(start)
    // It has just failed, and the page says so.
    const timer = setTimeout(start, retryAfterMs)
    return () => clearTimeout(timer)
  }, [isRead, part, readingKey, queryClient])
  return code
}
