import type { EnergyContradiction } from '@/domain/energy/energy-balance'
import { formatPct } from '@/lib/format-pct'
import { amountWithUnit, seriesLabels } from '@/plant-ui/energy-words'
import { Notice } from '@/ui/notice'

interface EnergyContradictionsProps {
  contradictions: readonly EnergyContradiction[]
  unit: string
}

export function EnergyContradictions({ contradictions, unit }: EnergyContradictionsProps) {
  return (
    <div role="status" className="flex flex-col gap-2 empty:hidden">
      {contradictions.map((contradiction) => {
        const text = words(contradiction, unit)
        return (
          <Notice tone="warn" key={text}>
            {text}
          </Notice>
        )
      })}
    </div>
  )
}

function words(contradiction: EnergyContradiction, unit: string): string {
  switch (contradiction.kind) {
    case 'negative': {
      const { total, value } = contradiction
      return `Contradiction: ${seriesLabels[total]} is below 0 (${amountWithUnit(value, unit)}). A meter may be connected the wrong way round.`
    }
    case 'exported-more': {
      const { produced, exported } = contradiction
      return `Contradiction: more was exported (${amountWithUnit(exported, unit)}) than produced (${amountWithUnit(produced, unit)}). A battery may have exported energy it stored earlier, or a meter is wrong. Local use can’t be determined from these totals.`
    }
    case 'share-impossible':
      return `Contradiction: the API gives ${formatPct(contradiction.apiPct)} for self-consumption, which is impossible.`
    case 'share-differs': {
      const { ownPct, apiPct } = contradiction
      return `Contradiction: the API gives ${formatPct(apiPct)} for self-consumption, its totals give ${formatPct(ownPct)}.`
    }
  }
}
