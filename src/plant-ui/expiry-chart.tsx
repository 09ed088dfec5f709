import { memo, use } from 'react'
import {
  Bar,
  BarChart,
  CartesianGrid,
  LabelList,
  ReferenceLine,
  Tooltip,
  XAxis,
  YAxis,
} from 'recharts'
import { type ExpiryBin, type LoadedBin, areSameBins } from '@/domain/renewals/expiry-bins'
import { binLabel, binTick } from '@/domain/renewals/span-words'
import { countOf } from '@/lib/format-count'
import { ChartBox } from '@/ui/chart-box'
import { axisTick, tooltipStyle } from '@/ui/chart-style'
import { TimeZoneContext } from '@/ui/time-zone-context'
import { useBarChoice } from '@/ui/use-bar-choice'
import { useRemPx } from '@/ui/use-rem-px'

interface ExpiryChartProps {
  bins: readonly LoadedBin[]
  nowMs: number
  heightRem: number
  onChoose: (bin: ExpiryBin) => void
}

const margin = { top: 14, right: 8, bottom: 0 }
/** Room beside the axis for half a date below a narrow first bar, in rem. */
const dateRoomRem = 1

const mark = { position: 'top', fill: 'var(--color-warn)' } as const
/** Text on a chart, in rem. */
const textRem = 0.75
const bar = { stackId: 'all', isAnimationActive: false, cursor: 'pointer' } as const

/** Expiries by week and month: those of plants that are offline on top. Not drawn again for the same figures. */
export const ExpiryChart = memo(Chart, isSameChart)

function isSameChart(one: ExpiryChartProps, other: ExpiryChartProps): boolean {
  const isSame = (prop: 'nowMs' | 'heightRem' | 'onChoose') => one[prop] === other[prop]
  return (
    isSame('nowMs') &&
    isSame('heightRem') &&
    isSame('onChoose') &&
    areSameBins(one.bins, other.bins)
  )
}

function Chart({ bins, nowMs, heightRem, onChoose }: ExpiryChartProps) {
  const zone = use(TimeZoneContext)
  const remPx = useRemPx()
  const fontSize = textRem * remPx
  const tick = { ...axisTick, fontSize }
  const rows = bins.map((bin) => ({
    of: bin,
    label: binLabel(bin, zone),
    tick: binTick(bin, zone),
    // Null leaves a bar out of the tooltip.
    past: bin.toMs <= nowMs ? bin.count - bin.away : null,
    reachable: bin.toMs > nowMs ? bin.count - bin.away : null,
    away: bin.away,
    // On top of the bar. A part of it that is 0 has no place for a mark.
    cliff: bin.over > 0 && bin.away === 0 ? '▲' : '',
    cliffAway: bin.over > 0 && bin.away > 0 ? '▲' : '',
  }))
  const firstMonth = rows.find(({ of }) => of.kind === 'month')
  const total = bins.reduce((sum, { count }) => sum + count, 0)
  const choice = useBarChoice<ExpiryBin>(rows, onChoose)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the chart inside takes the focus
    <figure
      aria-label={`Bar chart of ${countOf(total, 'certificate')} by the time they expire`}
      onKeyDown={choice.onKeyDown}
    >
      {/* Measured once: another size of text needs new axes. */}
      <ChartBox key={remPx} height={heightRem * remPx}>
        <BarChart
          data={rows}
          margin={{ ...margin, left: dateRoomRem * remPx }}
          barCategoryGap={1}
          desc="Use the arrow keys to read the values, and Enter to list the plants"
          onClick={choice.onClick}
        >
          <CartesianGrid stroke="var(--color-line)" vertical={false} />
          <XAxis
            dataKey="tick"
            interval="equidistantPreserveStart"
            minTickGap={16}
            tick={tick}
            stroke="var(--color-line-strong)"
          />
          <YAxis
            width="auto"
            allowDecimals={false}
            tickCount={3}
            tick={tick}
            axisLine={false}
            tickLine={false}
          />
          <Tooltip
            {...tooltipStyle}
            separator=": "
            isAnimationActive={false}
            cursor={{ fill: 'var(--color-hover)' }}
            labelFormatter={choice.labelFormatter}
          />
          {firstMonth ? (
            <ReferenceLine
              x={firstMonth.tick}
              position="start"
              stroke="var(--color-line-strong)"
              strokeDasharray="3 3"
              label={{
                value: 'By month',
                position: 'insideTopLeft',
                fill: 'var(--color-muted)',
                fontSize,
              }}
            />
          ) : null}
          <Bar {...bar} dataKey="past" name="Past" fill="var(--color-neutral)" />
          <Bar {...bar} dataKey="reachable" name="Not offline" fill="var(--color-accent)">
            <LabelList {...mark} fontSize={fontSize} dataKey="cliff" />
          </Bar>
          <Bar
            {...bar}
            dataKey="away"
            name="Offline"
            fill="url(#offline-hatch)"
            stroke="var(--color-danger)"
          >
            <LabelList {...mark} fontSize={fontSize} dataKey="cliffAway" />
          </Bar>
          <defs>
            <pattern
              id="offline-hatch"
              width={6}
              height={6}
              patternUnits="userSpaceOnUse"
              patternTransform="rotate(45)"
            >
              <rect width={6} height={6} fill="var(--color-danger-soft)" />
              <rect width={3} height={6} fill="var(--color-danger)" />
            </pattern>
          </defs>
        </BarChart>
      </ChartBox>
      <figcaption className="flex flex-wrap gap-x-4 text-xs text-muted">
        {rows.some(({ reachable }) => reachable) ? (
          <Key fill="var(--color-accent)">Not offline</Key>
        ) : null}
        {rows.some(({ past }) => past) ? <Key fill="var(--color-neutral)">Past</Key> : null}
        {rows.some(({ away }) => away) ? <Key fill="url(#offline-hatch)">Offline</Key> : null}
        {bins.some(({ over }) => over > 0) ? (
          <span>
            <span aria-hidden className="text-warn">
              ▲
            </span>{' '}
            Over capacity
          </span>
        ) : null}
      </figcaption>
    </figure>
  )
}

function Key({ fill, children }: { fill: string; children: string }) {
  return (
    <span className="inline-flex items-center gap-1.5">
      <svg aria-hidden width={10} height={10}>
        <rect width={10} height={10} fill={fill} stroke="var(--color-line-strong)" />
      </svg>
      {children}
    </span>
  )
}
