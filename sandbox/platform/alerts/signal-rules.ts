import type { Severity } from './alert-rows'
import type { SampleRule } from './sample-rule'

interface Signal {
  kind: string
  key: string
  label: string
  bit?: number
  alertOn?: boolean
}

/** Severities of the signals that are worse than a WARNING, by key. */
const severities: Partial<Record<string, Severity>> = {
  smoke: 'CRITICAL',
  surgeArrester: 'ERROR',
}

const kept = new Map<string, readonly SampleRule[]>()
const maxKept = 200

/** Returns the rules for the BINARY signals that alert; `signalsText` is the template's `signals`, as stored. */
export function signalRules(signalsText: string | null): readonly SampleRule[] {
  if (signalsText === null) return []
  const known = kept.get(signalsText)
  if (known) return known
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- stored by the platform, which checks a template before
  const signals = JSON.parse(signalsText) as readonly Signal[]
  const rules = signals.flatMap((signal) => ruleFor(signal) ?? [])
  // A fleet has few templates, but its plants send every few seconds.
  if (kept.size >= maxKept) kept.clear()
  kept.set(signalsText, rules)
  return rules
}

function ruleFor({ kind, key, label, bit, alertOn }: Signal): SampleRule | null {
  if (kind !== 'BINARY' || alertOn !== true || bit === undefined) return null
  return {
    rule: `signal:${key}`,
    type: 'SIGNAL_ACTIVE',
    severity: severities[key] ?? 'WARNING',
    judge: ({ bits }) => {
      if (bits === undefined) return null
      return ((bits >>> bit) & 1) === 1 ? 'wrong' : 'right'
    },
    message: () => label,
  }
}
