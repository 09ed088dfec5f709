import type { KeyboardEvent } from 'react'

interface ListKeys {
  rows: number
  /** Place of the row that keys act on. */
  place: number
  rowsPerScreen: () => number
  onMove: (place: number) => void
  /** Moves, and selects the rows on the way. */
  onExtend: (place: number) => void
  onToggle: (place: number) => void
  onOpen: (place: number, isNewTab: boolean) => void
  /** Returns false when nothing was selected. */
  onClear: () => boolean
}

/** Moves, selects or opens rows by a key; other keys keep their usual meaning. */
export function handleListKey(event: KeyboardEvent<HTMLElement>, keys: ListKeys): void {
  if (keys.rows > 0 && isHandled(event, keys)) event.preventDefault()
}

function isHandled(event: KeyboardEvent<HTMLElement>, keys: ListKeys): boolean {
  const { key, shiftKey } = event
  const isOpening = key === 'Enter'
  if (event.altKey || (!isOpening && (event.ctrlKey || event.metaKey))) return false
  const to = placeAfter(key, keys)
  if (to !== undefined) {
    if (shiftKey) keys.onExtend(to)
    else keys.onMove(to)
    event.currentTarget.focus({ preventScroll: true })
    return true
  }
  if (key === 'Escape') return keys.onClear()
  // The header's buttons, and the links and checkboxes of rows, keep their own keys.
  if (event.target !== event.currentTarget) return false
  if (isOpening) keys.onOpen(keys.place, event.ctrlKey || event.metaKey)
  else if (key === ' ' && shiftKey) keys.onExtend(keys.place)
  else if (key === ' ') keys.onToggle(keys.place)
  else return false
  return true
}

function placeAfter(key: string, { rows, place, rowsPerScreen }: ListKeys): number | undefined {
  const within = (to: number) => Math.max(0, Math.min(to, rows - 1))
  switch (key) {
    case 'ArrowDown':
      return within(place + 1)
    case 'ArrowUp':
      return within(place - 1)
    case 'PageDown':
      return within(place + rowsPerScreen())
    case 'PageUp':
      return within(place - rowsPerScreen())
    case 'Home':
      return 0
    case 'End':
      return rows - 1
    default:
      return undefined
  }
}
