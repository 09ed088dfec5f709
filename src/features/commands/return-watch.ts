// Plants that a user wants to hear of when they are back. Outside React: the notice comes on whatever page is open.
import { type QueryClient, QueryObserver } from '@tanstack/react-query'
import { linkOptions } from '@tanstack/react-router'
import { useSyncExternalStore } from 'react'
import { goneWords } from '@/api/gone-words'
import { isPlantGone } from '@/api/plant-gone'
import { plantQueries } from '@/api/plants'
import { hasReturned } from '@/domain/commands/plant-return'
import { plantLabel } from '@/domain/plant/plant-name'
import { secondMs } from '@/lib/instants'
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'
import { deviceNow } from '@/lib/server-clock'
import { toast } from '@/ui/toast'
import { visibleText } from '@/ui/visible-text'

const everyMs = 15 * secondMs
const watched = new Map<string, () => void>()
const listeners = createListeners()

/** Reads a plant until it is connected, and then shows a toast. Lasts as long as the tab and the user's session. */
export function watchForReturn(queryClient: QueryClient, plantId: string): void {
  if (watched.has(plantId)) return
  const sinceMs = deviceNow()
  const observer = new QueryObserver(queryClient, {
    ...plantQueries.detail(plantId),
    refetchInterval: everyMs,
  })
  const unsubscribe = observer.subscribe(({ data, dataUpdatedAt, error }) => {
    if (isPlantGone(error)) {
      stopWatching(plantId)
      toast.show({ tone: 'warn', title: goneWords.title, detail: goneWords.detail })
      return
    }
    if (!data || !hasReturned(data, { readAtMs: dataUpdatedAt, sinceMs })) return
    stopWatching(plantId)
    toast.show({
      tone: 'ok',
      title: `${visibleText(plantLabel(data))} is connected again`,
      detail: 'Nothing was sent.',
      link: { label: 'Open commands', to: commandsOf(plantId) },
    })
  })
  watched.set(plantId, unsubscribe)
  notify()
}

const commandsOf = (plantId: string) =>
  linkOptions({ to: '/plants/$plantId/commands', params: { plantId } })

/** Stops reading a plant that is no longer waited for. */
export function stopWatching(plantId: string): void {
  watched.get(plantId)?.()
  if (watched.delete(plantId)) notify()
}

/** Returns true while a plant's return is waited for. */
export function useIsWatched(plantId: string): boolean {
  return useSyncExternalStore(listeners.add, () => watched.has(plantId))
}

onPersonChange(() => {
  for (const plantId of watched.keys()) stopWatching(plantId)
})

function notify(): void {
  listeners.notify()
}
