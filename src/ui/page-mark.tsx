import { useLayoutEffect } from 'react'

/** Counted, because a question may be asked above a dialog. */
const marked = new Map<string, number>()

function add(mark: string, count: number): void {
  const total = (marked.get(mark) ?? 0) + count
  marked.set(mark, total)
  document.documentElement.toggleAttribute(`data-with-${mark}`, total > 0)
}

/**
 * Marks the page while it is mounted, so that styles elsewhere can give way. A selector with `:has()` needs no mark, but
 * browsers search the page for it whenever a row of a table changes.
 */
export function PageMark({ mark }: { mark: 'dialog' | 'toast' | 'wall' }) {
  useLayoutEffect(() => {
    add(mark, 1)
    return () => add(mark, -1)
  }, [mark])
  return null
}
