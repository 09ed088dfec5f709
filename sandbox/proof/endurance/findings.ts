/** What a run has seen; each is a count. */
export interface Tally {
  plants: number
  commands: number
  received: number
  acks: number
  packages: number
  rotations: number
  suspensions: number
  samples: number
  /** Requests that a kill left without an answer, and how many of them had been carried out. */
  unanswered: number
  carriedOutUnanswered: number
}

/** What was found: counts, and everything that did not hold. */
export class Findings {
  readonly broken: string[] = []
  readonly tally: Tally = {
    plants: 0,
    commands: 0,
    received: 0,
    acks: 0,
    packages: 0,
    rotations: 0,
    suspensions: 0,
    samples: 0,
    unanswered: 0,
    carriedOutUnanswered: 0,
  }

  /** Notes what does not hold. */
  claim(holds: boolean, otherwise: string): void {
    if (!holds) this.broken.push(otherwise)
  }

  count(what: keyof Tally, by = 1): void {
    this.tally[what] += by
  }

  /** The counts on one line. */
  summary(): string {
    return Object.entries(this.tally)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')
  }

  /** Counts a request that had no answer. */
  unanswered(isCarriedOut: boolean): void {
    this.count('unanswered')
    if (isCarriedOut) this.count('carriedOutUnanswered')
  }
}
