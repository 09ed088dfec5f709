import { type RefObject, useEffect } from 'react'
import { isShortcut } from '@/lib/keystroke'
import { getPreference } from '@/lib/preferences'

const slash = { key: '/', code: 'Slash' }

/** Lets the key "/" move the focus to a search field. */
export function useSearchKey(fieldRef: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!isShortcut(event, slash) || isTyping(event.target)) return
      if (getPreference('singleKeys') === 'off') return
      // A dialog covers the list.
      if (document.querySelector('[role=dialog], [role=alertdialog]')) return
      event.preventDefault()
      fieldRef.current?.select()
      fieldRef.current?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [fieldRef])
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element &&
    target.closest('input:not([type=checkbox]), textarea, select, [contenteditable]') !== null
  )
}
