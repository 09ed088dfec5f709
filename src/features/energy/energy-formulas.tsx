import type { ReactNode } from 'react'
import type { EnergyDay } from './energy-tiles'
import type { Share } from '@/domain/energy/energy-balance'
import { formatPct } from '@/lib/format-pct'
import { isUnreadable } from '@/lib/unreadable'
import { formatAmount, shareText } from '@/plant-ui/energy-words'
import { Panel } from '@/ui/panel'

/** Formulas of both shares with the day's numbers filled in, so that anyone can check them. */
export function EnergyFormulas({ energy, balance }: EnergyDay) {
  const [produced, imported, exported] = [energy.produced, energy.imported, energy.exported].map(
    (value) => (value === null ? '?' : formatAmount(value)),
  )
  const apiPct = energy.selfConsumptionPct
  const noneOfApi = isUnreadable(energy, 'selfConsumptionPct')
    ? 'The API’s own value is unreadable.'
    : 'The API sends no value of its own.'
  return (
    <Panel title="How the shares are computed" className="break-inside-avoid">
      <dl className="grid gap-x-8 gap-y-4 px-4 py-3 md:grid-cols-2">
        <Formula
          label="Self-consumption"
          formula="(produced − exported) ÷ produced"
          filled={`(${produced} − ${exported}) ÷ ${produced}`}
          share={balance.selfConsumption}
        >
          {typeof apiPct === 'number' ? `The API gives ${formatPct(apiPct)}.` : noneOfApi}
        </Formula>
        <Formula
          label="Self-sufficiency"
          formula="(produced − exported) ÷ (produced − exported + imported)"
          filled={`(${produced} − ${exported}) ÷ (${produced} − ${exported} + ${imported})`}
          share={balance.selfSufficiency}
        >
          The API doesn’t send this value.
        </Formula>
      </dl>
      <p className="border-t border-line px-4 py-2 text-sm text-muted">
        The API doesn’t report batteries, so stored energy counts as used here.
      </p>
    </Panel>
  )
}

interface FormulaProps {
  label: string
  formula: string
  filled: string
  share: Share
  children: ReactNode
}

function Formula({ label, formula, filled, share, children }: FormulaProps) {
  const result = shareText(share)
  return (
    <div className="min-w-0">
      <dt className="font-medium">{label}</dt>
      <dd className="flex flex-col gap-0.5 wrap-anywhere tabular-nums">
        <span className="text-muted">= {formula}</span>
        <span>
          = {filled} {/^[<>]/.test(result) ? '' : '= '}
          <strong className="font-semibold">{result}</strong>
        </span>
        <span className="text-sm text-muted">{children}</span>
      </dd>
    </div>
  )
}
