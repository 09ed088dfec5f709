import { useEffect, useState } from 'react'
import type { KnownIndices, PlantOfRuns } from './sent-by-runs-code'
import { useDataScope, usePerson } from '@/api/session/session-context'
import type { SentReading } from '@/domain/commands/sent-command'
import { codePart } from '@/lib/code-part'
import { whenIdle } from '@/lib/when-idle'
import { useMinute } from '@/ui/use-minute'

const sentPart = codePart(() => import('./sent-by-runs-code'))

const unread: SentReading = { sent: [], extent: 'reading' }

/** Returns the commands that runs of this browser sent to a plant, once the page is quiet; read again each minute. */
export function useSentByRuns(plantId: string): SentReading {
  const username = usePerson()?.username
  const scope = useDataScope()
  const nowMs = useMinute()
  const [isQuiet, setIsQuiet] = useState(false)
  const [found, setFound] = useState({ key: '', reading: unread })
  const [knownBy] = useState(() => new Map<string, KnownIndices>())
  const key = [username, scope, plantId].join('\n')
  useEffect(() => whenIdle(() => setIsQuiet(true)), [])
  useEffect(() => {
    if (!isQuiet || username === undefined) return undefined
    let isCurrent = true
    const known: KnownIndices = knownBy.get(key) ?? new Map()
    knownBy.set(key, known)
    void readSent({ username, scope, plantId }, nowMs, known).then((reading) => {
      if (isCurrent) setFound((before) => ({ key, reading: reading ?? partOf(before, key) }))
    })
    return () => {
      isCurrent = false
    }
  }, [isQuiet, username, scope, plantId, key, knownBy, nowMs])
  return found.key === key ? found.reading : unread
}

async function readSent(
  place: PlantOfRuns,
  serverMs: number,
  known: KnownIndices,
): Promise<SentReading | undefined> {
  try {
    const { readSentByRuns } = await sentPart.load()
    return await readSentByRuns(place, serverMs, known)
  } catch {
    // Code that is missing now is asked for again in a minute.
    return undefined
  }
}

/** Returns what an earlier reading found. */
function partOf(before: { key: string; reading: SentReading }, key: string): SentReading {
  return { sent: before.key === key ? before.reading.sent : [], extent: 'partial' }
}
