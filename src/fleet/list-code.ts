// Interface between the plants page and the fleet's list, whose code the first screen does without.
import type { ComponentType, RefObject } from 'react'
import type { RunAction } from '@/domain/runs/run-document'

/** Search parameters of the list's URL. */
export interface ListSearch {
  /** Filter line: text, but a line of digits arrives as a number, because the router parses values as JSON. */
  q?: unknown
  /** Order, as text. */
  sort?: unknown
  /** Links of earlier versions have the authentication method in a parameter of its own. */
  authMethod?: string | undefined
  /** True while the New plant dialog is open. */
  create?: boolean | undefined
}

/** New values of search parameters. */
interface SearchChange {
  q?: string | undefined
  sort?: string | undefined
  page?: undefined
  limit?: undefined
  authMethod?: undefined
}

/** Changes the search parameters, replacing the history entry or adding one. */
export type OnListSearchChange = (change: SearchChange, isReplacing?: boolean) => void

/** Props of the fleet's list. */
export interface FleetListProps {
  search: ListSearch
  onSearchChange: OnListSearchChange
  /** The reason why this user may not create plants. */
  createRefusal: string | undefined
  onCreate: () => void
  /** Called when the button that creates a plant is pointed at. */
  onCreateIntent: () => void
  onOpenPlant: (plantId: string) => void
  /** Called when a run over the selected plants is to be planned. */
  onPlanRun: (kind: RunAction['kind']) => void
  /** Called when the fleet turns out to be larger than the limit. */
  onTooLarge: () => void
}

/** Props of what starts reading the fleet. */
export interface FleetStartProps {
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
