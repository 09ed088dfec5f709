import { useState } from 'react'
import { wantedText } from '@/domain/fleet/exclusion'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'

/** In a list this short, users wonder where the other plants are. */
export const shortList = 5

/** State of the panel “Why isn’t it here?”; prefilled with the search when nothing matches. */
export function useMissingPlant(filter: FleetFilter, matches: number) {
  const [isOpened, setIsOpened] = useState(false)
  const [typed, setTyped] = useState<string>()
  // Nothing is hidden any more.
  if (filter.length === 0 && (isOpened || typed !== undefined)) close()
  function close() {
    setIsOpened(false)
    setTyped(undefined)
  }
  return {
    isShown: filter.length > 0 && (matches <= shortList || isOpened || typed !== undefined),
    /** True when the user asked for it. */
    isOpened,
    text: typed ?? (matches === 0 ? wantedText(filter) : ''),
    /** True while the text is that of the list’s search. */
    isOfSearch: typed === undefined,
    type: setTyped,
    open: () => setIsOpened(true),
    /** Undefined while the list is so short that the panel is always there. */
    close: matches > shortList ? close : undefined,
  }
}
