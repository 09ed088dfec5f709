import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import { stringifyWithText } from '@/lib/json-writing'

/** Limit of kept templates; those of the demo fleet have less than 1 kB. */
const maxKept = 1_000

/** JSON of a template, as text and encoded: encoding each copy of a page takes longer than reading its plants. */
export interface TemplateText {
  text: string
  bytes: Uint8Array
}

/**
 * JSON texts of templates, as plants repeat them. No operation changes a template, so a text is built once, not
 * for each page of plants that repeats it.
 */
export class TemplateTexts {
  private readonly kept = new Map<string, TemplateText>()

  /** Returns the texts of templates by ID; unknown ones are missing. */
  async read(
    tx: Kysely<Tables>,
    ids: readonly (string | null)[],
  ): Promise<ReadonlyMap<string, TemplateText>> {
    // Before anything is awaited: another request may drop what is kept.
    const found = new Map<string, TemplateText>()
    const missing = new Set<string>()
    for (const id of ids) {
      if (id === null) continue
      const template = this.kept.get(id)
      if (template) found.set(id, template)
      else missing.add(id)
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
      const kept = { text, bytes: new TextEncoder().encode(text) }
      found.set(template.id, kept)
      this.kept.set(template.id, kept)
    }
    return found
  }
}
