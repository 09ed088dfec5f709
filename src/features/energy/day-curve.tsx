import { use } from 'react'
import {
  CartesianGrid,
  Line,
  LineChart,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { amountDomain, axisTick, tooltipStyle } from './chart-style'
import {
  amountWithUnit,
  formatAmount,
  lineDashes,
  seriesColours,
  seriesLabels,
} from './energy-words'
import { timeTicks } from './time-of-day'
import { energyTotals } from '@/domain/energy-balance'
import type { CurvePoint } from '@/domain/energy-readings'
import { formatTimeOfDay } from '@/ui/time-of-day'
import { TimeZoneContext } from '@/ui/time-zone-context'

export interface DayCurveProps {
  points: readonly CurvePoint[]
  fromMs: number
  toMs: number
  unit: string
  /** What the curve shows, in one sentence. */
  summary: string
}

const margin = { top: 8, right: 20, bottom: 4, left: 4 }

/** The totals as they grew. Where nothing was recorded, nothing is drawn. */
export function DayCurve({ points, fromMs, toMs, unit, summary }: DayCurveProps) {
  const zone = use(TimeZoneContext)
  return (
    <figure aria-label={summary}>
      <ResponsiveContainer width="100%" height={240}>
        <LineChart data={[...points]} margin={margin} desc="Use the arrow keys to read the values">
          <CartesianGrid stroke="var(--color-line)" vertical={false} />
          <XAxis
            type="number"
            dataKey="atMs"
            domain={[fromMs, toMs]}
            ticks={timeTicks(fromMs, toMs)}
            tickFormatter={(atMs: number) => formatTimeOfDay(atMs, zone)}
            interval="preserveStartEnd"
            minTickGap={12}
            allowDataOverflow
            tick={axisTick}
            stroke="var(--color-line-strong)"
          />
          <YAxis
            width={56}
            domain={amountDomain(
              points.flatMap((point) => energyTotals.map((total) => point[total])),
            )}
            tickFormatter={(value: number) => formatAmount(value)}
            tick={axisTick}
            axisLine={false}
            tickLine={false}
          />
          <Tooltip
            {...tooltipStyle}
            isAnimationActive={false}
            labelFormatter={(atMs) => formatTimeOfDay(Number(atMs), zone, true)}
            formatter={(value) => amountWithUnit(typeof value === 'number' ? value : null, unit)}
          />
          {energyTotals.map((total) => (
            <Line
              key={total}
              dataKey={total}
              name={seriesLabels[total]}
              stroke={seriesColours[total]}
              strokeWidth={2}
              strokeLinecap="round"
              strokeDasharray={lineDashes[total]}
              type="linear"
              // A line of one point would not be seen.
              dot={points.length === 1 ? { r: 3, fill: seriesColours[total] } : false}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </figure>
  )
}
