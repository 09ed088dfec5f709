import { type RefObject, useEffect } from 'react'
import { isSingleKey } from '@/ui/single-key'

const slash = { key: '/', code: 'Slash' }

/** Lets the key "/" move the focus to a search field. */
export function useSearchKey(fieldRef: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (!isSingleKey(event, slash)) return
      event.preventDefault()
      fieldRef.current?.select()
      fieldRef.current?.focus()
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [fieldRef])
}
