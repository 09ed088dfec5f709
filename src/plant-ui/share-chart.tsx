import { memo } from 'react'
import { Bar, BarChart, LabelList, Tooltip, XAxis, YAxis } from 'recharts'
import { type FacetShare, areSameShares } from '@/domain/fleet/facet-shares'
import { countOf, formatCount } from '@/lib/format-count'
import { ChartBox } from '@/ui/chart-box'
import { axisTick, tooltipStyle } from '@/ui/chart-style'
import { useBarChoice } from '@/ui/use-bar-choice'
import { useRemPx } from '@/ui/use-rem-px'

interface ShareChartProps {
  /** The attribute that is counted, as in "by last contact". */
  by: string
  shares: readonly FacetShare[]
  heightRem: number
  onChoose: (share: FacetShare) => void
}

/** Text on the chart, and the room for a number beside a bar, in rem. */
const [textRem, numberRem] = [0.75, 3.5]

/** Plants by the value of an attribute, a bar for each value. Not drawn again for the same figures. */
export const ShareChart = memo(Chart, isSameChart)

function isSameChart(one: ShareChartProps, other: ShareChartProps): boolean {
  const isSame = (prop: 'by' | 'heightRem' | 'onChoose') => one[prop] === other[prop]
  return (
    isSame('by') &&
    isSame('heightRem') &&
    isSame('onChoose') &&
    areSameShares(one.shares, other.shares)
  )
}

function Chart({ by, shares, heightRem, onChoose }: ShareChartProps) {
  const rows = shares.map((share) => ({
    of: share,
    label: share.label,
    plants: share.count,
    text: formatCount(share.count),
  }))
  const remPx = useRemPx()
  const fontSize = textRem * remPx
  const choice = useBarChoice<FacetShare>(rows, onChoose)
  const total = shares.reduce((sum, { count }) => sum + count, 0)
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the chart inside takes the focus
    <figure
      aria-label={`Bar chart of ${countOf(total, 'plant')} by ${by}`}
      onKeyDown={choice.onKeyDown}
    >
      {/* Measured once: another size of text needs new axes. */}
      <ChartBox key={remPx} height={heightRem * remPx}>
        <BarChart
          layout="vertical"
          data={rows}
          margin={{ top: 4, right: numberRem * remPx, bottom: 4, left: 0 }}
          barCategoryGap={4}
          desc="Use the arrow keys to read the values, and Enter to list the plants"
          onClick={choice.onClick}
        >
          <XAxis type="number" hide />
          <YAxis
            type="category"
            dataKey="label"
            width="auto"
            interval={0}
            tick={{ ...axisTick, fontSize }}
            tickLine={false}
            stroke="var(--color-line-strong)"
          />
          <Tooltip
            {...tooltipStyle}
            separator=": "
            isAnimationActive={false}
            cursor={{ fill: 'var(--color-hover)' }}
            labelFormatter={choice.labelFormatter}
          />
          <Bar
            dataKey="plants"
            name="Plants"
            fill="var(--color-accent)"
            isAnimationActive={false}
            cursor="pointer"
          >
            <LabelList
              dataKey="text"
              position="right"
              fill="var(--color-ink)"
              fontSize={fontSize}
            />
          </Bar>
        </BarChart>
      </ChartBox>
    </figure>
  )
}
