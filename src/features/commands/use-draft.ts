import { useEffect, useRef } from 'react'
import { type CommandPlace, keepDraft, loadDraft } from './command-store'
import type { CommandContent } from '@/domain/commands/sent-command'
import { onPersonChange } from '@/lib/person-change'

/** Loads a plant's draft once, and stores what is typed from then on. */
export function useDraft(
  place: CommandPlace,
  typed: CommandContent,
  onLoaded: (draft: CommandContent) => void,
): void {
  const isLoaded = useRef(false)
  const take = useRef(onLoaded)
  useEffect(() => {
    take.current = onLoaded
  })
  useEffect(() => {
    isLoaded.current = false
    let isCurrent = true
    void loadDraft(place)
      // A browser that stores nothing has no draft.
      .catch(() => undefined)
      .then((draft) => {
        if (!isCurrent) return
        isLoaded.current = true
        if (draft) take.current(draft)
      })
    return () => {
      isCurrent = false
    }
  }, [place])
  const { command, payload, target } = typed
  useEffect(() => {
    if (isLoaded.current) void storeLater(place, { command, payload, target })
  }, [place, command, payload, target])
}

let waiting: { place: CommandPlace; draft: CommandContent } | undefined
let storing: Promise<void> | undefined

/** Stores one draft at a time, so that a later one is never overwritten by an earlier one. */
async function storeLater(place: CommandPlace, draft: CommandContent): Promise<void> {
  waiting = { place, draft }
  storing ??= storeWaiting().finally(() => {
    storing = undefined
  })
  await storing
}

async function storeWaiting(): Promise<void> {
  while (waiting) {
    const next = waiting
    waiting = undefined
    // A browser that stores nothing keeps no drafts.
    await keepDraft(next.place, next.draft).catch(() => undefined)
  }
}

onPersonChange(() => {
  waiting = undefined
})
