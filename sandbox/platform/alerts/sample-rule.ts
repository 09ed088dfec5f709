import type { Severity } from './alert-rows'
import type { TelemetrySample } from '#sandbox/platform/protocol/messages'

export const sampleAlertTypes = ['THRESHOLD_EXCEEDED', 'SIGNAL_ACTIVE'] as const

export interface SampleRule {
  /** Unique among a plant's rules. */
  readonly rule: string
  readonly type: (typeof sampleAlertTypes)[number]
  readonly severity: Severity
  /** Returns null if the sample lacks the value or the value is between the raising and the clearing limit. */
  readonly judge: (sample: TelemetrySample) => 'wrong' | 'right' | null
  /** Text for people about a sample with a wrong value. */
  readonly message: (sample: TelemetrySample) => string
}
