/** A typed array of numbers that can grow. */
type NumberColumn = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array

/** Returns a copy of a column with room for more rows. */
export function grown<Column extends NumberColumn>(column: Column, rows: number): Column {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the constructor of a typed array makes one of the same kind
  const Kind = column.constructor as new (length: number) => Column
  const larger = new Kind(rows)
  larger.set(column)
  return larger
}

/** Codes of repeated values, as narrow as their number allows. */
export type Codes = Uint8Array | Uint16Array | Uint32Array

/** Repeated values of many plants: each distinct value once, and a code for each row. */
export class SharedValues {
  readonly values: string[] = []
  codes: Codes
  private readonly codeOf = new Map<string, number>()

  constructor(rows: number) {
    this.codes = new Uint8Array(rows)
  }

  /** Sets the value of a row. */
  set(row: number, value: string): void {
    const code = this.code(value)
    this.codes[row] = code
  }

  /** Sets the values of successive rows, given by codes of their own. */
  setAll(
    first: number,
    { values, codes }: { values: readonly string[]; codes: Uint16Array },
  ): void {
    const own = values.map((value) => this.code(value))
    const column = this.codes
    for (let at = 0; at < codes.length; at += 1) column[first + at] = own[codes[at] ?? 0] ?? 0
  }

  /** Returns the value of a row. */
  at(row: number): string {
    return this.values[this.codes[row] ?? 0] ?? ''
  }

  /** Returns a copy that doesn't change with this one. */
  copy(): SharedValues {
    const copy = new SharedValues(0)
    for (const value of this.values) copy.code(value)
    copy.codes = this.codes.slice()
    return copy
  }

  /** Makes room for more rows. */
  grow(rows: number): void {
    this.codes = grown<Codes>(this.codes, rows)
  }

  private code(value: string): number {
    const known = this.codeOf.get(value)
    if (known !== undefined) return known
    const code = this.values.length
    this.values.push(value)
    this.codeOf.set(value, code)
    if (code > 0xff && this.codes instanceof Uint8Array) this.codes = new Uint16Array(this.codes)
    if (code > 0xff_ff && this.codes instanceof Uint16Array)
      this.codes = new Uint32Array(this.codes)
    return code
  }
}
