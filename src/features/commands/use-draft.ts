import { useEffect, useRef } from 'react'
import { type CommandPlace, keepDraft, loadDrafts } from './command-store'
import { type ChosenDraft, chooseDraft, isSameContent } from '@/domain/commands/draft-choice'
import type { CommandContent } from '@/domain/commands/sent-command'
import { onPersonChange } from '@/lib/person-change'
import { knownTabId, tabId } from '@/lib/tab-id'

/** Loads the draft that this tab starts with once, and stores what is typed from then on as the tab's own. */
export function useDraft(
  place: CommandPlace,
  typed: CommandContent,
  onLoaded: (draft: ChosenDraft) => void,
): void {
  const isLoaded = useRef(false)
  /** Filling the form in is no change: a draft of another tab would become this tab's own, and an old one the latest. */
  const filled = useRef<CommandContent>(undefined)
  const take = useRef(onLoaded)
  useEffect(() => {
    take.current = onLoaded
  })
  useEffect(() => {
    isLoaded.current = false
    let isCurrent = true
    void loadDrafts(place)
      // A browser that stores nothing has no draft.
      .catch(() => [])
      .then((drafts) => {
        if (!isCurrent) return
        isLoaded.current = true
        const draft = chooseDraft(drafts, knownTabId())
        filled.current = draft?.content
        if (draft) take.current(draft)
      })
    return () => {
      isCurrent = false
    }
  }, [place])
  const { command, payload, target } = typed
  useEffect(() => {
    if (!isLoaded.current) return
    const draft = { command, payload, target }
    if (filled.current && isSameContent(filled.current, draft)) return
    filled.current = undefined
    void storeLater({ place, tabId: tabId(), draft })
  }, [place, command, payload, target])
}

interface OwnDraft {
  place: CommandPlace
  tabId: string
  draft: CommandContent
}

let waiting: OwnDraft | undefined
let storing: Promise<void> | undefined

/** Stores one draft at a time, so that a later one is never overwritten by an earlier one. */
async function storeLater(own: OwnDraft): Promise<void> {
  waiting = own
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
    await keepDraft(next.place, next.tabId, next.draft).catch(() => undefined)
  }
}

onPersonChange(() => {
  waiting = undefined
})
