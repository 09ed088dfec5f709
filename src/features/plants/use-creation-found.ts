import { outcomeOf } from '@/api/errors'
import type { CreatePlant } from '@/api/plant-write-schemas'
import { untilNextReadingMs } from '@/attempts/next-reading'
import { type FailedAttempt, isKnownDone } from '@/domain/actions/attempt'
import { creationVerdict, mayBeCreated } from '@/domain/actions/creation-verdict'
import { isLaterReading } from '@/domain/actions/later-reading'
import type { Verdict } from '@/domain/plant/verdict'
import { secondMs } from '@/lib/instants'
import { deviceNow, toServerTime } from '@/lib/server-clock'
import { useSerialNumberSearch } from '@/plant-ui/use-serial-number-search'

/** A first copy may be executed a little after its repeat was refused. */
const refusedAgainMs = 5 * secondMs

/** Evidence in the list about a creation that failed. */
export interface CreationFound {
  search: ReturnType<typeof useSerialNumberSearch>
  /** Undefined until a search that began after the attempt has ended. */
  verdict: Verdict | undefined
  /** True while the list is searched, and after. */
  isSought: boolean
  isDone: boolean
  isRefused: boolean
}

/** Searches the list for a plant whose creation failed: often after an unknown outcome, twice after a refusal. */
export function useCreationFound(failed: FailedAttempt<CreatePlant> | undefined): CreationFound {
  const isSought = failed !== undefined && mayBeCreated(failed.error)
  const isRefused = failed !== undefined && outcomeOf(failed.error) === 'refused'
  const search = useSerialNumberSearch(isSought ? failed.sent.serialNumber : undefined, {
    repeatAfterMs: () => {
      if (!failed) return false
      if (!isRefused) return untilNextReadingMs(failed.atMs)
      return deviceNow() - failed.atMs < refusedAgainMs ? refusedAgainMs : false
    },
  })
  const isSearched = isSought && isLaterReading(search.dataUpdatedAt, failed.atMs)
  const verdict =
    isSearched && search.data
      ? creationVerdict(search.data, failed.sent, toServerTime(failed.atMs))
      : undefined
  const isDone = failed !== undefined && isKnownDone(failed, verdict)
  return { search, verdict, isSought, isDone, isRefused }
}
