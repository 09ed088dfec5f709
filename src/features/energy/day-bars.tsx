import { barsOf } from './bar-places'
import { amountWithUnit, seriesColours, seriesLabels } from '@/plant-ui/energy-words'
import type { EnergySeries } from '@/plant-ui/energy-words'

interface DayBarsProps {
  amounts: Record<EnergySeries, number | null>
  unit: string
}

const order: readonly EnergySeries[] = ['produced', 'imported', 'exported', 'used']

/** Bars of the day's amounts, each with its number, so that no axis is needed. */
export function DayBars({ amounts, unit }: DayBarsProps) {
  const { zeroPct, bars } = barsOf(order.map((series) => amounts[series]))
  const rows = order.map((series, index) => ({
    series,
    name: seriesLabels[series],
    text: amountWithUnit(amounts[series], unit),
    bar: bars[index],
  }))
  const summary = rows.map(({ name, text }) => `${name} ${text}`).join(', ')
  return (
    <div
      role="img"
      aria-label={`Bar chart: ${summary}`}
      className="flex h-70 flex-col justify-around py-2 print:h-auto print:gap-2"
    >
      {rows.map(({ series, name, text, bar }) => (
        <div key={series} className="flex flex-col gap-1">
          <p className="flex flex-wrap justify-between gap-x-4 text-sm">
            <span className="text-muted">{name}</span>
            <span translate="no" className="tabular-nums wrap-anywhere">
              {text}
            </span>
          </p>
          <svg width="100%" height={24} className="block">
            <line
              x1={`${zeroPct}%`}
              x2={`${zeroPct}%`}
              y1={0}
              y2={24}
              stroke="var(--color-line-strong)"
            />
            {bar === undefined ? null : (
              <rect
                x={`${bar.fromPct}%`}
                width={`${bar.lengthPct}%`}
                y={2}
                height={20}
                fill={seriesColours[series]}
              />
            )}
          </svg>
        </div>
      ))}
    </div>
  )
}
