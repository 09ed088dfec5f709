import type { RaisedAlert } from './alert-rows'
import type { SampleRule } from './sample-rule'
import type { TelemetrySample } from '#sandbox/platform/protocol/messages'

/** Changes that samples make to a plant's alerts: at most one per rule. */
interface Judgement {
  raised: RaisedAlert[]
  /** Refers to alerts that were open before. */
  resolved: { rule: string; resolvedAt: string }[]
}

/**
 * Judges samples, oldest first, against the rules; `open` contains the rules with an open alert. Only the state after
 * the last sample counts, with the time of its last change: a condition that came and went in between is over, and a
 * value that fluctuates around a limit would otherwise create hundreds of alerts per message. All times are clamped to
 * between `notBefore` (ISO 8601) and `now`.
 */
export function judgeSamples(
  rules: readonly SampleRule[],
  open: ReadonlySet<string>,
  samples: readonly TelemetrySample[],
  { notBefore, now }: { notBefore: string; now: Date },
): Judgement {
  const judgement: Judgement = { raised: [], resolved: [] }
  const until = now.toISOString()
  for (const rule of rules) {
    const wasOpen = open.has(rule.rule)
    const { isOpen, since } = walk(rule, wasOpen, samples)
    if (!since || isOpen === wasOpen) continue
    const at = clamped(new Date(since.ts).toISOString(), notBefore, until)
    if (isOpen) judgement.raised.push(raise(rule, since, at))
    else judgement.resolved.push({ rule: rule.rule, resolvedAt: at })
  }
  return judgement
}

/** Returns the final state of a rule and the sample that last changed it. */
function walk(rule: SampleRule, wasOpen: boolean, samples: readonly TelemetrySample[]) {
  let isOpen = wasOpen
  let since: TelemetrySample | null = null
  for (const sample of samples) {
    const verdict = rule.judge(sample)
    if (verdict === null || (verdict === 'wrong') === isOpen) continue
    isOpen = !isOpen
    since = sample
  }
  return { isOpen, since }
}

function raise(rule: SampleRule, sample: TelemetrySample, createdAt: string): RaisedAlert {
  const { type, severity } = rule
  return { rule: rule.rule, type, severity, message: rule.message(sample), createdAt }
}

function clamped(at: string, from: string, to: string): string {
  if (at > to) return to
  return at < from ? from : at
}
