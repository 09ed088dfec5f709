// Interface between the plants page and the fleet's list, whose code is loaded once the page is painted.
import type { ComponentType, RefObject } from 'react'
import type { OnSearchChange, PlantsSearch } from './plants-search'

interface FleetListProps {
  search: PlantsSearch
  onSearchChange: OnSearchChange
  /** The reason why this user may not create plants. */
  createRefusal: string | undefined
  onCreate: () => void
  /** Called when the button that creates a plant is pointed at. */
  onCreateIntent: () => void
  onOpenPlant: (plantId: string) => void
  /** Called when the fleet turns out to be larger than the limit. */
  onTooLarge: () => void
}

interface FleetStartProps {
  /** The page that is about to be replaced. */
  pageRef: RefObject<HTMLElement | null>
  /** True when the URL asks for what only the fleet's list can show. */
  isUrgent: boolean
  /** Called when the list has rows and the page can be replaced without interrupting the user. */
  onReady: () => void
}

/** The code of the fleet's list. */
export interface FleetListCode {
  FleetList: ComponentType<FleetListProps>
  /** Starts reading the fleet. */
  FleetStart: ComponentType<FleetStartProps>
  /** Returns true when the list can be shown at once. */
  isFleetReady: () => boolean
}
