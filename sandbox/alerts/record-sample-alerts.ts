import type { Kysely } from 'kysely'
import type { Tables } from '#sandbox/database/tables'
import type { TelemetrySample } from '#sandbox/protocol/messages'
import { insertAlerts, resolveAlerts } from './alert-rows'
import { judgeSamples } from './judge-samples'
import { sampleAlertTypes } from './sample-rule'
import { signalRules } from './signal-rules'
import { thresholdRules } from './threshold-rules'

/** Raises and resolves a plant's alerts as its samples say, oldest first; `signalsText` is its template's. */
export async function recordSampleAlerts(
  tx: Kysely<Tables>,
  { plantId, signalsText }: { plantId: string; signalsText: string | null },
  samples: readonly TelemetrySample[],
  now: Date,
): Promise<void> {
  const rules = [...thresholdRules, ...signalRules(signalsText)]
  const found = await tx
    .selectFrom('alerts')
    .where('plantId', '=', plantId)
    .where('resolvedAt', 'is', null)
    .where('rule', 'is not', null)
    .where('type', 'in', sampleAlertTypes)
    .select('rule')
    .execute()
  const open = new Set(found.flatMap(({ rule }) => rule ?? []))
  const { raised, resolved } = judgeSamples(rules, open, samples, now)
  for (const { rule, resolvedAt } of resolved) {
    await resolveAlerts(tx, plantId, [rule], resolvedAt)
  }
  // Another template, or a signal that no longer alerts: nobody would ever end these.
  const gone = [...open].filter((name) => !rules.some(({ rule }) => rule === name))
  await resolveAlerts(tx, plantId, gone, now.toISOString())
  await insertAlerts(tx, plantId, raised)
}
