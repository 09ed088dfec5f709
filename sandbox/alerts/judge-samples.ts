import type { TelemetrySample } from '#sandbox/protocol/messages'
import type { RaisedAlert } from './alert-rows'
import type { SampleRule } from './sample-rule'

/** What samples change about a plant's alerts. */
export interface Judgement {
  /** Those that end within the samples as well. */
  raised: RaisedAlert[]
  /** Of the alerts that were open before. */
  resolved: { rule: string; resolvedAt: string }[]
}

/** Judges samples, oldest first, with the rules; `open` are the rules with an open alert. No time is after `now`. */
export function judgeSamples(
  rules: readonly SampleRule[],
  open: ReadonlySet<string>,
  samples: readonly TelemetrySample[],
  now: Date,
): Judgement {
  const judgement: Judgement = { raised: [], resolved: [] }
  for (const rule of rules) {
    let isOpen = open.has(rule.rule)
    let current: RaisedAlert | null = null
    for (const sample of samples) {
      const verdict = rule.judge(sample)
      const at = new Date(Math.min(sample.ts, now.getTime())).toISOString()
      if (verdict === 'wrong' && !isOpen) {
        current = raise(rule, sample, at)
        judgement.raised.push(current)
        isOpen = true
      } else if (verdict === 'right' && isOpen) {
        if (current) current.resolvedAt = at
        else judgement.resolved.push({ rule: rule.rule, resolvedAt: at })
        isOpen = false
      }
    }
  }
  return judgement
}

function raise(rule: SampleRule, sample: TelemetrySample, createdAt: string): RaisedAlert {
  const { type, severity } = rule
  const message = rule.message(sample)
  return { rule: rule.rule, type, severity, message, createdAt, resolvedAt: null }
}
