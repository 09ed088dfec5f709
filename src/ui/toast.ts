import type { LinkOptions } from '@tanstack/react-router'
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'
import type { Tone } from '@/lib/tone'

export interface ToastMessage {
  tone: Tone
  title: string
  detail?: string
  /** The page to go on with. */
  link?: { label: string; to: LinkOptions }
}

export interface ToastEntry extends ToastMessage {
  key: number
  count: number
}

/** Creates a toast store outside React, so that any code can show a message; ToastRegion renders it. */
export function createToastStore() {
  let entries: readonly ToastEntry[] = []
  let lastKey = 0
  const listeners = createListeners()

  function set(next: readonly ToastEntry[]): void {
    entries = next
    listeners.notify()
  }

  return {
    /** Returns the key to dismiss the message with. A message that is already shown is counted, not stacked. */
    show(message: ToastMessage): number {
      const same = entries.find(
        (entry) =>
          entry.tone === message.tone &&
          entry.title === message.title &&
          entry.detail === message.detail &&
          JSON.stringify(entry.link) === JSON.stringify(message.link),
      )
      if (same) {
        set(entries.map((entry) => (entry === same ? { ...entry, count: entry.count + 1 } : entry)))
        return same.key
      }
      lastKey += 1
      set([...entries, { ...message, key: lastKey, count: 1 }])
      return lastKey
    },
    dismiss(key: number): void {
      if (entries.some((entry) => entry.key === key)) set(entries.filter((e) => e.key !== key))
    },
    clear(): void {
      if (entries.length > 0) set([])
    },
    subscribe: listeners.add,
    entries: () => entries,
  }
}

/** Toast store of the page, cleared when the user changes. */
export const toast = createToastStore()

onPersonChange(() => toast.clear())

/** Errors stay until the user has read them, and links until they are followed. */
export function staysUntilDismissed({ tone, link }: Pick<ToastMessage, 'tone' | 'link'>): boolean {
  return tone === 'danger' || tone === 'warn' || link !== undefined
}
