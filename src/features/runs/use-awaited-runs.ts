import { useEffect, useState } from 'react'
import type { AwaitedOfRuns } from './awaited-runs-code'
import type { RunPlace } from './run-journal'
import { useDataScope, usePerson } from '@/api/session/session-context'
import { codePart } from '@/lib/code-part'
import { whenIdle } from '@/lib/when-idle'
import { useMinute } from '@/ui/use-minute'
import { useSameItems } from '@/ui/use-same-items'

const awaitedPart = codePart(() => import('./awaited-runs-code'))

const none: AwaitedOfRuns = { awaited: [], unreadRuns: 0 }

/** Returns the plants that haven't answered a command of a run of this browser, once the page is quiet; read again each minute. */
export function useAwaitedRuns(): AwaitedOfRuns {
  const username = usePerson()?.username
  const scope = useDataScope()
  const nowMs = useMinute()
  const [isQuiet, setIsQuiet] = useState(false)
  const [found, setFound] = useState(none)
  useEffect(() => whenIdle(() => setIsQuiet(true)), [])
  useEffect(() => {
    if (!isQuiet || username === undefined) return undefined
    let isCurrent = true
    void readRuns({ username, scope }, nowMs).then((read) => {
      if (isCurrent) setFound(read)
    })
    return () => {
      isCurrent = false
    }
  }, [isQuiet, username, scope, nowMs])
  return { awaited: useSameItems(found.awaited), unreadRuns: found.unreadRuns }
}

async function readRuns(place: RunPlace, serverMs: number): Promise<AwaitedOfRuns> {
  try {
    const { readAwaitedRuns } = await awaitedPart.load()
    return await readAwaitedRuns(place, serverMs)
  } catch {
    // Code that is missing now is asked for again in a minute.
    return none
  }
}
