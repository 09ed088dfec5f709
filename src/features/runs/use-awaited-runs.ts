import { useEffect, useState } from 'react'
import type { RunPlace } from './run-journal'
import { useDataScope, usePerson } from '@/api/session/session-context'
import type { AwaitedPlant } from '@/domain/attention/attention-survey'
import { codePart } from '@/lib/code-part'
import { whenIdle } from '@/lib/when-idle'
import { useMinute } from '@/ui/use-minute'
import { useSameItems } from '@/ui/use-same-items'

const awaitedPart = codePart(() => import('./awaited-runs-code'))

const none: readonly AwaitedPlant[] = []

/** Returns the plants that haven't answered a command of a run of this browser, once the page is quiet; read again each minute. */
export function useAwaitedRuns(): readonly AwaitedPlant[] {
  const username = usePerson()?.username
  const scope = useDataScope()
  const nowMs = useMinute()
  const [isQuiet, setIsQuiet] = useState(false)
  const [awaited, setAwaited] = useState(none)
  useEffect(() => whenIdle(() => setIsQuiet(true)), [])
  useEffect(() => {
    if (!isQuiet || username === undefined) return undefined
    let isCurrent = true
    void readRuns({ username, scope }, nowMs).then((found) => {
      if (isCurrent) setAwaited(found)
    })
    return () => {
      isCurrent = false
    }
  }, [isQuiet, username, scope, nowMs])
  return useSameItems(awaited)
}

async function readRuns(place: RunPlace, serverMs: number): Promise<readonly AwaitedPlant[]> {
  try {
    const { readAwaitedRuns } = await awaitedPart.load()
    return await readAwaitedRuns(place, serverMs)
  } catch {
    // A browser that stores nothing has no runs; code that is missing now is asked for again in a minute.
    return none
  }
}
