// The plants of the list as far as they were read, kept between openings of whatever searches them. Outside React,
// because a pass over the list goes on when the component that started it is gone.
import type { WalkedPage } from '@/api/plant-pages'
import type { Plant } from '@/api/plant-schemas'
import { type Completeness, type Pass, completenessOf } from '@/domain/fleet/completeness'

/** The index at one time. */
export interface FleetState {
  plants: ReadonlyMap<string, Plant>
  completeness: Completeness
  /** Number of plants in the list; undefined before the first page, null when unknown. */
  total: number | null | undefined
}

const nothing: FleetState = {
  plants: new Map(),
  completeness: { kind: 'incomplete', gap: 'reading' },
  total: undefined,
}

const emptyPass: Pass = {
  ids: new Set(),
  firstTotal: undefined,
  latestTotal: undefined,
  unreadableRows: 0,
  repeatedRows: 0,
  beganAtMs: undefined,
  isEnded: false,
}

/** Creates an empty index of the fleet. */
export function createFleetIndex() {
  const listeners = new Set<() => void>()
  let state = nothing
  let latest: Pass | undefined
  /** The latest pass that reached the end of the list. */
  let ended: Pass | undefined

  function set(next: FleetState): void {
    state = next
    for (const listener of listeners) listener()
  }

  return {
    getState: () => state,
    subscribe: (listener: () => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    beginPass: (): void => {
      latest = emptyPass
    },
    /** Adds a page that arrived at `atMs` (Unix ms, server's clock). */
    addPage: (page: WalkedPage, atMs: number): void => {
      const pass = latest ?? emptyPass
      const isFirst = pass.beganAtMs === undefined
      latest = {
        ids: new Set([...pass.ids, ...page.plants.map(({ id }) => id)]),
        firstTotal: isFirst ? page.statedTotal : pass.firstTotal,
        latestTotal: page.statedTotal,
        unreadableRows: pass.unreadableRows + page.unreadableRows,
        repeatedRows: pass.repeatedRows + page.repeatedRows,
        beganAtMs: pass.beganAtMs ?? atMs,
        isEnded: false,
      }
      const plants = new Map(state.plants)
      for (const plant of page.plants) plants.set(plant.id, plant)
      // What the previous pass has proven stays true until this one knows better.
      const completeness = ended ? state.completeness : completenessOf(latest)
      set({ plants, completeness, total: page.total ?? null })
    },
    /** Ends the pass. Plants that two passes in a row did not find are gone; one pass may have skipped them. */
    endPass: (): void => {
      if (!latest) return
      const pass: Pass = { ...latest, isEnded: true }
      const isKept = (id: string) => pass.ids.has(id) || !ended || ended.ids.has(id)
      const plants = new Map([...state.plants].filter(([id]) => isKept(id)))
      const completeness = completenessOf(pass, ended)
      ended = pass
      latest = undefined
      set({ ...state, plants, completeness })
    },
    /** Takes over a plant from its own page. */
    put: (plant: Plant): void => {
      if (state.total !== undefined)
        set({ ...state, plants: new Map(state.plants).set(plant.id, plant) })
    },
    /** Removes a plant that the server says is gone. */
    remove: (plantId: string): void => {
      if (!state.plants.has(plantId)) return
      const plants = new Map(state.plants)
      plants.delete(plantId)
      set({ ...state, plants })
    },
    /** Forgets everything. */
    clear: (): void => {
      latest = undefined
      ended = undefined
      set(nothing)
    },
  }
}
