import type { FacetColumn } from './facet-columns'
import type { FleetColumns } from './fleet-columns'
import { type FleetMatch, countValues, matchFleet, matchingRows, testOf } from './fleet-query'
import { type FrozenPlants, freezePlants } from './frozen-plants'
import { metadataKeysOf } from './metadata-keys'
import type { SearchMemory } from './search-memory'
import type { Plant } from '@/api/plant-schemas'
import type { FacetKey } from '@/domain/fleet/facet-choice'
import type { Condition, FleetFilter } from '@/domain/fleet/fleet-filter'
import type { KnownKeys } from '@/domain/fleet/key-corrections'
import { metaKeyOf } from '@/domain/plant/metadata-attribute'

/** Values of a facet with the number of plants that each would leave. */
export interface FacetCounts {
  facet: FacetKey
  /** Most frequent first. */
  values: readonly { value: string; count: number }[]
}

/** The plants that match a filter. Neither they nor their order change with the fleet. */
export class FleetView {
  /** Number of plants that match. */
  readonly matches: number
  private readonly rows: Uint32Array
  private readonly columns: FleetColumns
  private readonly columnsOf: ReadonlyMap<FacetKey, FacetColumn>
  private readonly match: FleetMatch
  private readonly question: { filter: FleetFilter; nowMs: number }
  private readonly plants = new Map<number, Plant>()
  private counts: readonly FacetCounts[] | undefined
  private keys: KnownKeys | undefined
  private places: Map<number, number> | undefined

  /** `order` are all rows in order, `facets` their facets at `nowMs` (Unix ms), `searches` are of the fleet as it is. */
  constructor(
    columns: FleetColumns,
    order: Uint32Array,
    facets: ReadonlyMap<FacetKey, FacetColumn>,
    question: { filter: FleetFilter; nowMs: number; searches?: SearchMemory },
  ) {
    this.columns = columns
    this.columnsOf = facets
    const { filter, nowMs, searches } = question
    this.question = { filter, nowMs }
    this.match = matchFleet(columns, facets, filter, nowMs, searches)
    this.rows = matchingRows(columns, order, this.match)
    this.matches = this.rows.length
  }

  /** The time by which ages are judged, Unix ms, server's clock. */
  get nowMs(): number {
    return this.question.nowMs
  }

  /** Facets with the counts of their values; each ignores its own condition. */
  get facets(): readonly FacetCounts[] {
    this.counts ??= [...this.columnsOf].map(([facet, column]) => ({
      facet,
      values: [
        ...countValues(
          this.columns,
          column,
          this.match,
          this.match.bits.has(facet) ? facet : this.rows,
        ),
      ]
        .filter(([value]) => value !== '' || metaKeyOf(facet) === undefined)
        .map(([value, count]) => ({ value, count }))
        .toSorted((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1)),
    }))
    return this.counts
  }

  /** Metadata keys with values, of all plants. */
  get metadataKeys(): KnownKeys {
    this.keys ??= metadataKeysOf(this.columns)
    return this.keys
  }

  /** Returns the plant at a place, counted from 0, as it was read last; a removed one as it was last asked for. */
  readonly plantAt = (place: number): Plant => {
    const row = this.rowAt(place)
    const removed = this.columns.alive[row] === 1 ? undefined : this.plants.get(row)
    if (removed) return removed
    const plant = this.columns.plantAt(row)
    this.plants.set(row, plant)
    return plant
  }

  /** Returns true for a place whose plant is no longer in the fleet. */
  readonly isGoneAt = (place: number): boolean => this.columns.alive[this.rowAt(place)] !== 1

  /** Returns the ID of the plant at a place; '' for one that is gone. */
  readonly idAt = (place: number): string => this.columns.idOf(this.rowAt(place))

  /** Returns when the plant at a place was read, Unix ms, server's clock. */
  readonly readAtMs = (place: number): number => this.columns.readAtMs[this.rowAt(place)] ?? 0

  /** Returns the place of a plant, or -1. */
  readonly placeOf = (plantId: string): number => {
    this.places ??= new Map(Array.from(this.rows, (row, place) => [row, place]))
    return this.places.get(this.columns.find(plantId)) ?? -1
  }

  /** Returns true for a plant that the fleet has. */
  readonly isKnown = (plantId: string): boolean => this.columns.find(plantId) !== -1

  /** Returns the conditions that keep a plant out of the list; none for a plant that is not known. */
  readonly excluding = (plantId: string): readonly Condition[] => {
    const row = this.columns.find(plantId)
    if (row === -1) return []
    const { filter, nowMs } = this.question
    // Without what searches found earlier: the fleet may have changed since.
    return filter.filter(
      (condition) => !testOf(this.columns, this.columnsOf, condition, nowMs)(row),
    )
  }

  /** Returns the plants of the list as they are now, in order. */
  readonly freeze = (): FrozenPlants => freezePlants(this.columns, this.rows)

  /** Returns plants by ID as they are now: those of the list in its order, then those that the filter hides. */
  readonly freezeChosen = (ids: Iterable<string>): FrozenPlants => {
    const chosen = new Set(Array.from(ids, (id) => this.columns.find(id)))
    const listed = this.rows.filter((row) => chosen.delete(row))
    return freezePlants(this.columns, [...listed, ...chosen])
  }

  /** Returns when a plant was read, Unix ms, server's clock; undefined for a plant that is not known. */
  readonly readAtMsOf = (plantId: string): number | undefined => {
    const row = this.columns.find(plantId)
    return row === -1 ? undefined : this.columns.readAtMs[row]
  }

  /** Returns a plant's value of a metadata key; undefined without one, and for keys with many values. */
  readonly metadataOf = (plantId: string, key: string): string | undefined =>
    this.columns.metadata.columns.get(key)?.at(this.columns.find(plantId)) || undefined

  private rowAt(place: number): number {
    const row = this.rows[place]
    if (row === undefined) throw new RangeError(`There is no place ${place} of ${this.matches}.`)
    return row
  }
}
