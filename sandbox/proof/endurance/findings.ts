interface Tally {
  plants: number
  commands: number
  received: number
  acks: number
  packages: number
  rotations: number
  suspensions: number
  samples: number
  /** Requests that a kill left without a response, and the number of them that were completed. */
  unconfirmed: number
  completedUnconfirmed: number
}

/** Results of a run: counts, and all failed claims. */
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
    unconfirmed: 0,
    completedUnconfirmed: 0,
  }

  claim(isTrue: boolean, otherwise: string): void {
    if (!isTrue) this.broken.push(otherwise)
  }

  count(what: keyof Tally, by = 1): void {
    this.tally[what] += by
  }

  summary(): string {
    return Object.entries(this.tally)
      .map(([what, count]) => `${count} ${what}`)
      .join(', ')
  }

  unconfirmed(isCompleted: boolean): void {
    this.count('unconfirmed')
    if (isCompleted) this.count('completedUnconfirmed')
  }
}
