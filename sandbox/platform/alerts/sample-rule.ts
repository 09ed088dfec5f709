import type { TelemetrySample } from '#sandbox/platform/protocol/messages'
import type { Severity } from './alert-rows'

/** Types of the alerts that telemetry raises. */
export const sampleAlertTypes = ['THRESHOLD_EXCEEDED', 'SIGNAL_ACTIVE'] as const

/** A rule that is judged on one sample. */
export interface SampleRule {
  /** Unique among a plant's rules. */
  readonly rule: string
  readonly type: (typeof sampleAlertTypes)[number]
  readonly severity: Severity
  /** Null when the sample does not say, or lies between raising and clearing. */
  readonly judge: (sample: TelemetrySample) => 'wrong' | 'right' | null
  /** For people, about a sample that is wrong. */
  readonly message: (sample: TelemetrySample) => string
}
