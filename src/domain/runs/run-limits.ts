// The blast radius: how many plants of one organization, template, group or metadata value may be in flight.
import type { RunDocument } from './run-document'

/** The part of a document that limits what is in flight. */
type Limited = Pick<RunDocument, 'plants' | 'settings' | 'populations'>

/** Plants in flight that share a value, and how many may be. */
interface LimitUse {
  attribute: string
  value: string
  inFlight: number
  allowed: number
}

/** Returns how many plants of a value may be in flight: a share of all that have it, rounded down, and at least one. */
export function allowedOf(percent: number, plants: number): number {
  return Math.max(1, Math.floor((plants * percent) / 100))
}

/** A limit that a plant counts for. */
interface Share {
  /** Index of the limit in the settings. */
  limit: number
  attribute: string
  value: string
  key: string
  allowed: number
  /** Number of plants with the value. */
  plants: number
}

/** A value of a limited attribute: how many of its plants may be in flight. */
export type LimitValue = Omit<Share, 'key' | 'limit'>

/** Returns the values that plants of a run have of each limited attribute, those with most plants first. */
export function limitValues(document: Limited): LimitValue[][] {
  const shares = new Map(sharesOf(document).flatMap((some) => some.map((one) => [one.key, one])))
  const sorted = [...shares.values()].toSorted((a, b) => b.plants - a.plants)
  return document.settings.limits.map((_limit, at) => sorted.filter(({ limit }) => limit === at))
}

/** Counts what is in flight against the limits of a run. */
export class LimitCounter {
  private readonly shares: readonly (readonly Share[])[]
  private readonly inFlight = new Map<string, number>()

  /** `inFlight` are the indices of plants. */
  constructor(document: Limited, inFlight: Iterable<number>) {
    this.shares = sharesOf(document)
    for (const at of inFlight) this.add(at)
  }

  /** Returns true when one more plant keeps all limits. */
  hasRoomFor(at: number): boolean {
    const shares = this.shares[at] ?? []
    return shares.every(({ key, allowed }) => (this.inFlight.get(key) ?? 0) < allowed)
  }

  /** Counts a plant as in flight. */
  add(at: number): void {
    for (const { key } of this.shares[at] ?? []) {
      this.inFlight.set(key, (this.inFlight.get(key) ?? 0) + 1)
    }
  }

  /** Returns the limits that a plant counts for. */
  usesOf(at: number): LimitUse[] {
    return (this.shares[at] ?? []).map(({ attribute, value, key, allowed }) => ({
      attribute,
      value,
      inFlight: this.inFlight.get(key) ?? 0,
      allowed,
    }))
  }
}

const known = new WeakMap<Limited, Share[][]>()

/** The limits of each plant: documents never change, and every step asks for them. */
function sharesOf(document: Limited): Share[][] {
  const shares = known.get(document) ?? makeShares(document)
  known.set(document, shares)
  return shares
}

/** A value that the fleet's numbers don't list is as large as its plants in the run. */
function makeShares({ plants, settings, populations }: Limited): Share[][] {
  const listed = new Map(
    populations.map(({ attribute, value, plants: count }) => [keyOf(attribute, value), count]),
  )
  const inRun = new Map<string, number>()
  const keyed = plants.map(({ values }) =>
    settings.limits.flatMap(({ attribute, percent }, limit) =>
      [...new Set(values[limit])].map((value) => {
        const key = keyOf(`${limit}`, value)
        inRun.set(key, (inRun.get(key) ?? 0) + 1)
        return { limit, attribute, value, key, percent }
      }),
    ),
  )
  return keyed.map((shares) =>
    shares.map(({ limit, attribute, value, key, percent }) => {
      const size = Math.max(listed.get(keyOf(attribute, value)) ?? 0, inRun.get(key) ?? 0)
      return { limit, attribute, value, key, allowed: allowedOf(percent, size), plants: size }
    }),
  )
}

function keyOf(attribute: string, value: string): string {
  return JSON.stringify([attribute, value])
}
