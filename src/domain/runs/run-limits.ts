// The blast radius: how many plants of one organization, template, group or metadata value may be in flight.
import type { RunDocument } from './run-document'

/** The part of a document that limits what is in flight. */
type Limited = Pick<RunDocument, 'plants' | 'settings' | 'populations'>

/** Plants in flight that share a value, and how many may be. */
export interface LimitUse {
  attribute: string
  value: string
  inFlight: number
  allowed: number
}

/** Returns how many plants of a value may be in flight: a share of all that have it, rounded down, and at least one. */
export function allowedOf(percent: number, plants: number): number {
  return Math.max(1, Math.floor((plants * percent) / 100))
}

/** Counts what is in flight against the limits of a run. */
export class LimitCounter {
  private readonly document: Limited
  private readonly inFlight = new Map<string, number>()
  private readonly populations: ReadonlyMap<string, number>

  /** `inFlight` are the indices of plants. */
  constructor(document: Limited, inFlight: Iterable<number>) {
    this.document = document
    this.populations = populationsOf(document)
    for (const at of inFlight) this.add(at)
  }

  /** Returns true when one more plant keeps all limits. */
  hasRoomFor(at: number): boolean {
    return this.usesOf(at).every(({ inFlight, allowed }) => inFlight < allowed)
  }

  /** Counts a plant as in flight. */
  add(at: number): void {
    for (const { attribute, value } of this.usesOf(at)) {
      const key = keyOf(attribute, value)
      this.inFlight.set(key, (this.inFlight.get(key) ?? 0) + 1)
    }
  }

  /** Returns the limits that a plant counts for. A value that only plants of the run have is as large as they are. */
  usesOf(at: number): LimitUse[] {
    const { plants, settings } = this.document
    return settings.limits.flatMap(({ attribute, percent }, limit) =>
      (plants[at]?.values[limit] ?? []).map((value) => ({
        attribute,
        value,
        inFlight: this.inFlight.get(keyOf(attribute, value)) ?? 0,
        allowed: allowedOf(percent, this.populations.get(keyOf(attribute, value)) ?? 1),
      })),
    )
  }
}

const populationCache = new WeakMap<Limited, ReadonlyMap<string, number>>()

function populationsOf(document: Limited): ReadonlyMap<string, number> {
  const known = populationCache.get(document)
  if (known) return known
  const made = new Map(
    document.populations.map(({ attribute, value, plants }) => [keyOf(attribute, value), plants]),
  )
  populationCache.set(document, made)
  return made
}

function keyOf(attribute: string, value: string): string {
  return `${attribute}\n${value}`
}
