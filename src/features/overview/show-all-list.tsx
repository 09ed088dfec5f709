import { type ReactNode, useState } from 'react'
import { formatCount } from '@/lib/format-count'
import { Button } from '@/ui/button'

/** Longer lists would push the rest of the page out of view. */
const maxShown = 8

interface ShowAllListProps<Item> {
  /** Names the list, as "types of alerts". */
  noun: string
  items: readonly Item[]
  keyOf: (item: Item) => string
  children: (item: Item) => ReactNode
}

/** The first items of a list, and on request all of them. */
export function ShowAllList<Item>({ noun, items, keyOf, children }: ShowAllListProps<Item>) {
  const [isWhole, setIsWhole] = useState(false)
  const shown = isWhole ? items : items.slice(0, maxShown)
  return (
    <>
      <ul className="divide-y divide-line">
        {shown.map((item) => (
          <li key={keyOf(item)} className="flex min-h-8 items-center py-1">
            {children(item)}
          </li>
        ))}
      </ul>
      {items.length > maxShown ? (
        <Button
          size="sm"
          variant="quiet"
          className="-ml-2 max-md:-ml-3"
          aria-expanded={isWhole}
          aria-label={
            isWhole ? `Show fewer ${noun}` : `Show all ${formatCount(items.length)} ${noun}`
          }
          onClick={() => setIsWhole(!isWhole)}
        >
          {isWhole ? 'Show fewer' : `Show all ${formatCount(items.length)}`}
        </Button>
      ) : null}
    </>
  )
}
