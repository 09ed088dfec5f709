import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import { stringifyWithText } from '@/lib/json-writing'

/** Limit of kept templates; those of the demo fleet have less than 1 kB. */
const maxKept = 1_000

/**
 * JSON texts of templates, as plants repeat them. No operation changes a template, so a text is built once, not
 * for each page of plants that repeats it.
 */
export class TemplateTexts {
  private readonly kept = new Map<string, string>()

  /** Returns the texts of templates by ID; unknown ones are missing. */
  async read(
    tx: Kysely<Tables>,
    ids: readonly (string | null)[],
  ): Promise<ReadonlyMap<string, string>> {
    // Before anything is awaited: another request may drop what is kept.
    const found = new Map<string, string>()
    const missing = new Set<string>()
    for (const id of ids) {
      if (id === null) continue
      const text = this.kept.get(id)
      if (text === undefined) missing.add(id)
      else found.set(id, text)
    }
    if (missing.size === 0) return found
    const rows = await tx
      .selectFrom('templates')
      .where('id', 'in', [...missing])
      .selectAll()
      .execute()
    if (this.kept.size + rows.length > maxKept) this.kept.clear()
    for (const { signals, actions, isSystem, ...template } of rows) {
      const members = { ...template, isSystem: isSystem === 1 }
      const text = stringifyWithText(members, { signals, actions })
      found.set(template.id, text)
      this.kept.set(template.id, text)
    }
    return found
  }
}
