import { randomUUID } from 'node:crypto'

/** Returns an active plant, or one with other fields, as the only row of an organization. */
export function onePlant(fields: Record<string, unknown> = {}) {
  const id = randomUUID()
  const row = { name: 'BESS Chomutov', serialNumber: 'LC-1', lifecycleStatus: 'ACTIVE', ...fields }
  return { id, rows: [{ id, ...row }] }
}
