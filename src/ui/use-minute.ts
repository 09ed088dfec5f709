import { useEffect, useState } from 'react'
import { minuteMs } from '@/lib/instants'
import { serverNow } from '@/lib/server-clock'

/** Returns the time (Unix ms, server's clock), a minute old at most: enough for ages in days and hours. */
export function useMinute(): number {
  const [nowMs, setNowMs] = useState(serverNow)
  useEffect(() => {
    const timer = setInterval(() => setNowMs(serverNow()), minuteMs)
    return () => clearInterval(timer)
  }, [])
  return nowMs
}
