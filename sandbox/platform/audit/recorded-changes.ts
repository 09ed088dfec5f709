import type { AuditChange } from '@/api/account-schemas'

/** Members of a row that may contain anything, also a secret: the log says only that they were changed. */
const withoutValues = ['metadata']

/** Lists what a request changes in a row; members that it doesn't have, or that have the value already, are left out. */
export function changesBetween(row: object, sent: object): AuditChange[] {
  const values = new Map<string, unknown>(Object.entries(row))
  return Object.entries(sent).flatMap(([member, value]: [string, unknown]) => {
    if (value === undefined) return []
    const [from, to] = [textOf(values.get(member)), textOf(value)]
    if (from === to) return []
    return withoutValues.includes(member) ? [{ member }] : [{ member, from, to }]
  })
}

const textOf = (value: unknown) => (typeof value === 'string' ? value : null)

/** Reads what `addAuditEntry` has stored. */
export function readChanges(text: string | null): AuditChange[] | null {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only this platform writes the column
  return text === null ? null : (JSON.parse(text) as AuditChange[])
}
