import { MutationObserver, type QueryClient } from '@tanstack/react-query'
import { readFresh } from './read-fresh'
import { commandQueries } from '@/api/commands'
import { NotSentError } from '@/api/errors'
import { reactivatePlant, suspendPlant } from '@/api/lifecycle'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantQueries } from '@/api/plants'
import { sendCommand } from '@/api/send-command'
import { type HistoryReading, historyReadingOf } from '@/domain/commands/history-coverage'
import type { RunAction } from '@/domain/runs/run-document'
import { deviceNow } from '@/lib/server-clock'

interface RunSending {
  plantId: string
  /** Idempotency key of a command; it is in the journal. */
  key: string
  /** Nothing is sent after this time, Unix ms, device's clock. */
  notAfterMs: number
}

/** Requests of a run to the API. Each rejects with the errors of `api/client`. */
export interface RunRequests {
  readPlant: (plantId: string) => Promise<PlantDetail>
  readHistory: (plantId: string) => Promise<HistoryReading>
  /** Resolves with the record's ID for a command. */
  send: (action: RunAction, sending: RunSending) => Promise<string | undefined>
}

/** Returns the requests of a run through React Query, so that other pages see what it reads. */
export function runRequests(queryClient: QueryClient): RunRequests {
  return {
    readPlant: async (plantId) => {
      const { data } = await readFresh(queryClient, plantQueries.detail(plantId))
      return data
    },
    readHistory: async (plantId) => {
      const { data, readAtMs } = await readFresh(queryClient, commandQueries.page(plantId, 1))
      const reading = historyReadingOf(data, readAtMs)
      if (!reading) throw new Error('The history is empty.')
      return reading
    },
    send: async (action, { plantId, key, notAfterMs }) => {
      if (action.kind !== 'command') {
        if (deviceNow() > notAfterMs) throw new NotSentError('late')
        const change = action.kind === 'suspend' ? suspendPlant : reactivatePlant
        await new MutationObserver(queryClient, change).mutate(plantId)
        return undefined
      }
      const { content: body, targetKey } = action
      const sending = { plantId, targetKey, body, notAfterMs, idempotencyKey: key }
      const { id } = await new MutationObserver(queryClient, sendCommand).mutate(sending)
      return id
    },
  }
}
