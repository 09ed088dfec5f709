import { use } from 'react'
import { CartesianGrid, Line, LineChart, Tooltip, XAxis, YAxis } from 'recharts'
import { amountAxis } from './amount-axis'
import { timeTicks } from './time-axis'
import { type EnergyTotal, energyTotals } from '@/domain/energy/energy-balance'
import { type CurvePoint, dottedMoments } from '@/domain/energy/energy-readings'
import { amountWithUnit, lineDashes, seriesColours, seriesLabels } from '@/plant-ui/energy-words'
import { ChartBox } from '@/ui/chart-box'
import { axisTick, tooltipStyle } from '@/ui/chart-style'
import { formatTimeOfDay } from '@/ui/time-of-day'
import { TimeZoneContext } from '@/ui/time-zone-context'

interface DayCurveProps {
  points: readonly CurvePoint[]
  fromMs: number
  toMs: number
  unit: string
  summary: string
}

/** Line segments shorter than this share of the chart get a dot. */
const minPart = 1 / 100

interface DrawnPoint extends Record<EnergyTotal, number | null> {
  atMs: number
  exact: CurvePoint
}

const margin = { top: 8, right: 20, bottom: 4, left: 4 }

export function DayCurve({ points, fromMs, toMs, unit, summary }: DayCurveProps) {
  const zone = use(TimeZoneContext)
  const axis = amountAxis(points.flatMap((point) => energyTotals.map((total) => point[total])))
  const drawn = points.map((point): DrawnPoint => ({
    atMs: point.atMs,
    produced: axis.place(point.produced),
    imported: axis.place(point.imported),
    exported: axis.place(point.exported),
    exact: point,
  }))
  return (
    <figure aria-label={summary}>
      <ChartBox height={240}>
        <LineChart data={drawn} margin={margin} desc="Use the arrow keys to read the values">
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
            width="auto"
            domain={axis.domain}
            ticks={axis.ticks}
            interval={0}
            tickFormatter={axis.label}
            tick={axisTick}
            axisLine={false}
            tickLine={false}
          />
          <Tooltip
            {...tooltipStyle}
            isAnimationActive={false}
            labelFormatter={(atMs) => formatTimeOfDay(Number(atMs), zone, true)}
            formatter={(_value, name, { payload }: { payload?: DrawnPoint }) => {
              const total = energyTotals.find((each) => seriesLabels[each] === name)
              return amountWithUnit(total && payload?.exact[total], unit)
            }}
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
              dot={dotOf(total, dottedMoments(points, total, (toMs - fromMs) * minPart))}
              connectNulls={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ChartBox>
    </figure>
  )
}

/** A dot that stays visible in forced colours and both themes, like the line. */
function dotOf(total: EnergyTotal, moments: ReadonlySet<number>) {
  return ({ cx, cy, payload }: { cx?: number; cy?: number; payload: DrawnPoint }) =>
    moments.has(payload.atMs) ? (
      <circle className="curve-dot" cx={cx} cy={cy} r={3} fill={seriesColours[total]} />
    ) : null
}
