import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/platform/database/tables'
import { stringifyWithText } from '@/lib/json-writing'

/** Limit of kept templates; one is about 1 kB. */
const maxKept = 1_000

/**
 * JSON texts of templates, as plants repeat them. No operation changes a template, so a text is built once: in a page of
 * 100 plants, reading and serializing them again took as long as reading the plants.
 */
export class TemplateTexts {
  private readonly kept = new Map<string, string>()

  /** Returns the texts of templates by ID; unknown ones are missing. */
  async read(
    tx: Kysely<Tables>,
    ids: readonly (string | null)[],
  ): Promise<ReadonlyMap<string, string>> {
    const wanted = [...new Set(ids.filter((id) => id !== null))]
    const missing = wanted.filter((id) => !this.kept.has(id))
    if (this.kept.size + missing.length > maxKept) {
      this.kept.clear()
      await this.add(tx, wanted)
    } else if (missing.length > 0) {
      await this.add(tx, missing)
    }
    return this.kept
  }

  private async add(tx: Kysely<Tables>, ids: readonly (string | null)[]): Promise<void> {
    const rows = await tx.selectFrom('templates').where('id', 'in', ids).selectAll().execute()
    for (const { signals, actions, isSystem, ...template } of rows) {
      const members = { ...template, isSystem: isSystem === 1 }
      this.kept.set(template.id, stringifyWithText(members, { signals, actions }))
    }
  }
}
