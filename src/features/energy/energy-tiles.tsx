import type { EnergyToday } from '@/api/energy'
import {
  type EnergyBalance,
  type EnergyTotal,
  type Share,
  energyTotals,
} from '@/domain/energy/energy-balance'
import { formatPct } from '@/lib/format-pct'
import { isUnreadable } from '@/lib/unreadable'
import { EnergyTile } from '@/plant-ui/energy-tile'
import {
  type EnergySeries,
  formatAmount,
  hasLongNumber,
  listOfTotals,
  seriesLabels,
} from '@/plant-ui/energy-words'

/** Props shared by all parts of the page: one day's totals. */
export interface EnergyDay {
  energy: EnergyToday
  balance: EnergyBalance
  unit: string
  /** The plant was not seen on this day, so zeros are not measurements. */
  isUnreported: boolean
}

const hints: Partial<Record<EnergySeries, string>> = {
  produced: 'by the plant',
  imported: 'from the grid',
  exported: 'to the grid',
}

export function EnergyTiles({ energy, balance, unit, isUnreported }: EnergyDay) {
  const amountOf = (total: EnergyTotal) => {
    const value = energy[total]
    return value === null ? undefined : formatAmount(value)
  }
  const shares = [balance.selfConsumption, balance.selfSufficiency]
  const isCompact = hasLongNumber([...energyTotals.map(amountOf), ...shares.map(pctOf)])
  const hintOf = (total: EnergySeries) => (isUnreported ? 'not measured' : hints[total])
  return (
    <dl className="grid grid-cols-2 gap-3 md:grid-cols-6 lg:grid-cols-5">
      {energyTotals.map((total) => {
        const value = amountOf(total)
        const isValueUnreadable = isUnreadable(energy, total)
        return (
          <EnergyTile
            key={total}
            label={seriesLabels[total]}
            series={total}
            value={value}
            isCompact={isCompact}
            unit={unit}
            absent={isValueUnreadable ? 'Unreadable' : 'No value'}
            hint={value === undefined ? absentHint(isValueUnreadable) : hintOf(total)}
            isDoubtful={isUnreported}
          />
        )
      })}
      <ShareTile
        label="Self-consumption"
        share={balance.selfConsumption}
        isCompact={isCompact}
        hint="of what was produced"
        nothing={isUnreported ? 'No report today.' : 'Nothing was produced yet.'}
      />
      <ShareTile
        label="Self-sufficiency"
        share={balance.selfSufficiency}
        isCompact={isCompact}
        hint="of what was used here"
        nothing={isUnreported ? 'No report today.' : 'Nothing was used here yet.'}
      />
    </dl>
  )
}

function absentHint(isValueUnreadable: boolean): string {
  return isValueUnreadable
    ? 'The server sent something other than a number.'
    : 'The server sent no value, which isn’t the same as 0.'
}

const pctOf = (share: Share) => (share.kind === 'known' ? formatPct(share.pct) : undefined)

interface ShareTileProps {
  label: string
  isCompact: boolean
  share: Share
  hint: string
  nothing: string
}

function ShareTile({ share, hint, nothing, ...tile }: ShareTileProps) {
  switch (share.kind) {
    case 'known':
      return <EnergyTile {...tile} value={pctOf(share)} hint={hint} />
    case 'nothing':
      return <EnergyTile {...tile} absent="No share" hint={nothing} />
    case 'missing': {
      const verb = share.totals.length === 1 ? 'is' : 'are'
      const reason = `It needs ${listOfTotals(share.totals)}, which ${verb} not known.`
      return <EnergyTile {...tile} absent="No value" hint={reason} />
    }
    case 'contradiction':
      return <EnergyTile {...tile} absent="No value" hint="The totals contradict each other." />
  }
}
