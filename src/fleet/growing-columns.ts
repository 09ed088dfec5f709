/** A typed array of numbers that can grow. */
export type NumberColumn = Float64Array | Uint32Array | Uint16Array | Uint8Array

/** Returns a copy of a column with room for more rows. */
export function grown<Column extends NumberColumn>(column: Column, rows: number): Column {
  // The constructor of a typed array makes one of the same kind.
  const Kind = column.constructor as new (length: number) => Column
  const larger = new Kind(rows)
  larger.set(column)
  return larger
}

/** Repeated values of many plants: each distinct value once, and a code for each row. */
export class SharedValues {
  readonly values: string[] = []
  codes: Uint16Array | Uint32Array
  private readonly codeOf = new Map<string, number>()

  constructor(rows: number) {
    this.codes = new Uint16Array(rows)
  }

  /** Sets the value of a row. */
  set(row: number, value: string): void {
    this.codes[row] = this.code(value)
  }

  /** Returns the value of a row. */
  at(row: number): string {
    return this.values[this.codes[row] ?? 0] ?? ''
  }

  /** Makes room for more rows. */
  grow(rows: number): void {
    this.codes = grown<Uint16Array | Uint32Array>(this.codes, rows)
  }

  private code(value: string): number {
    const known = this.codeOf.get(value)
    if (known !== undefined) return known
    const code = this.values.length
    this.values.push(value)
    this.codeOf.set(value, code)
    // Sixteen bits are enough for all but strange fleets.
    if (code > 0xff_ff && this.codes instanceof Uint16Array)
      this.codes = new Uint32Array(this.codes)
    return code
  }
}
