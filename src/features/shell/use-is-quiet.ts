import { useIsFetching } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { whenIdle } from '@/lib/when-idle'

/** True once the first page has been read and the browser has had nothing else to do: what can wait is loaded then. */
export function useIsQuiet(): boolean {
  const isFetching = useIsFetching() > 0
  const [isRead, setIsRead] = useState(!isFetching)
  const [isQuiet, setIsQuiet] = useState(false)
  if (!isFetching && !isRead) setIsRead(true)
  useEffect(() => (isRead ? whenIdle(() => setIsQuiet(true)) : undefined), [isRead])
  return isQuiet
}
