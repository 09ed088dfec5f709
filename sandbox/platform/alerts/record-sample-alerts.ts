import type { Kysely } from 'kysely'
import { raiseAlerts, resolveAlerts } from './alert-rows'
import { judgeSamples } from './judge-samples'
import { sampleAlertTypes } from './sample-rule'
import { signalRules } from './signal-rules'
import { thresholdRules } from './threshold-rules'
import type { Tables } from '#sandbox/platform/database/tables'
import type { TelemetrySample } from '#sandbox/platform/protocol/messages'

interface JudgedPlant {
  plantId: string
  /** The `signals` of the plant's template, as stored. */
  signalsText: string | null
  /** ISO 8601; no alert is older. */
  createdAt: string
}

export async function recordSampleAlerts(
  tx: Kysely<Tables>,
  { plantId, signalsText, createdAt }: JudgedPlant,
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
  const { raised, resolved } = judgeSamples(rules, open, samples, { notBefore: createdAt, now })
  for (const { rule, resolvedAt } of resolved) {
    await resolveAlerts(tx, plantId, [rule], now, resolvedAt)
  }
  // After a template change, or when a signal no longer alerts, no rule would ever resolve these.
  const gone = [...open].filter((name) => !rules.some(({ rule }) => rule === name))
  await resolveAlerts(tx, plantId, gone, now)
  await raiseAlerts(tx, plantId, raised, now)
}
