import type { Severity } from './alert-rows'
import type { SampleRule } from './sample-rule'

const measures = {
  cellTempMax: { label: 'Warmest cell', unit: '°C', decimals: 1 },
  soc: { label: 'State of charge', unit: '%', decimals: 1 },
  voltage: { label: 'Voltage', unit: 'V', decimals: 1 },
  frequency: { label: 'Frequency', unit: 'Hz', decimals: 2 },
  moduleTemp: { label: 'Module temperature', unit: '°C', decimals: 1 },
}

/** Limit that raises beyond `from` and clears only behind `to`, so that a fluctuating value cannot flood the list. */
type Limit = readonly [
  rule: string,
  field: keyof typeof measures,
  severity: Severity,
  wrong: 'over' | 'under',
  from: number,
  to: number,
]

// Voltage is 230 V ± 10 % (EN 50160). The documents give no limits; the other values are common in the field.
const limits: readonly Limit[] = [
  ['cells-warm', 'cellTempMax', 'WARNING', 'over', 45, 43],
  ['cells-hot', 'cellTempMax', 'CRITICAL', 'over', 55, 52],
  ['charge-low', 'soc', 'WARNING', 'under', 8, 12],
  ['voltage-high', 'voltage', 'WARNING', 'over', 253, 251],
  ['voltage-low', 'voltage', 'WARNING', 'under', 207, 209],
  ['frequency-high', 'frequency', 'ERROR', 'over', 50.2, 50.15],
  ['frequency-low', 'frequency', 'ERROR', 'under', 49.8, 49.85],
  ['modules-hot', 'moduleTemp', 'WARNING', 'over', 85, 80],
]

export const thresholdRules: readonly SampleRule[] = limits.map(
  ([rule, field, severity, wrong, from, to]) => {
    const { label, unit, decimals } = measures[field]
    const sign = wrong === 'over' ? 1 : -1
    return {
      rule,
      type: 'THRESHOLD_EXCEEDED',
      severity,
      judge: ({ values }) => {
        const value = values[field]
        if (value === undefined) return null
        if ((value - from) * sign > 0) return 'wrong'
        return (value - to) * sign < 0 ? 'right' : null
      },
      message: ({ values }) =>
        `${label} ${values[field]?.toFixed(decimals)} ${unit}, ${wrong} ${from} ${unit}`,
    }
  },
)
