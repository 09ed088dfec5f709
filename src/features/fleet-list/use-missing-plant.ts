import { useState } from 'react'
import { wantedText } from '@/domain/fleet/exclusion'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'

/** In a list this short, users wonder where the other plants are. */
export const shortList = 5

/** The question where a plant is. Where nothing matches, it is about what the user searched for. */
export function useMissingPlant(filter: FleetFilter, matches: number) {
  const [asked, setAsked] = useState<string>()
  // Nothing is hidden any more.
  if (filter.length === 0 && asked !== undefined) setAsked(undefined)
  return {
    isShown: filter.length > 0 && (matches <= shortList || asked !== undefined),
    /** True until the user types, when the user asked for it. */
    isOpened: asked === '',
    text: asked ?? (matches === 0 ? wantedText(filter) : ''),
    ask: setAsked,
    open: () => setAsked(''),
    /** Undefined while the list is so short that the question is always there. */
    close: matches > shortList ? () => setAsked(undefined) : undefined,
  }
}
