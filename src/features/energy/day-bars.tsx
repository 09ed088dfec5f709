import { Bar, BarChart, LabelList, ResponsiveContainer, XAxis, YAxis } from 'recharts'
import { amountDomain, axisTick } from './chart-style'
import { amountWithUnit, formatAmount, seriesColours, seriesLabels } from './energy-words'
import type { EnergySeries } from './energy-words'

export interface DayBarsProps {
  amounts: Record<EnergySeries, number | null>
  unit: string
}

const order: readonly EnergySeries[] = ['produced', 'imported', 'exported', 'used']

/** A bar of no length would go without its "0"; one without a value stays away. */
const leastLength = (value: unknown) => (value === null ? 0 : 1)

/** Room for the amounts beside the longest bar. */
const margin = { top: 4, right: 104, bottom: 4, left: 4 }

/** The day's amounts side by side. */
export function DayBars({ amounts, unit }: DayBarsProps) {
  const rows = order.map((series) => ({
    name: seriesLabels[series],
    amount: amounts[series],
    label: amountWithUnit(amounts[series], unit),
    fill: seriesColours[series],
  }))
  const summary = rows.map(({ name, label }) => `${name} ${label}`).join(', ')
  const unknown = rows.filter(({ amount }) => amount === null).map(({ name }) => name)
  return (
    <>
      <div role="img" aria-label={`Bar chart: ${summary}`}>
        <ResponsiveContainer width="100%" height={280}>
          {/* Four bars with their numbers beside them: there is nothing for the keyboard to walk to. */}
          <BarChart data={rows} layout="vertical" margin={margin} accessibilityLayer={false}>
            <XAxis
              type="number"
              tick={axisTick}
              tickFormatter={(value: number) => formatAmount(value)}
              domain={amountDomain(rows.map(({ amount }) => amount))}
              axisLine={false}
              tickLine={false}
              tickCount={5}
            />
            <YAxis
              type="category"
              dataKey="name"
              width={76}
              tick={axisTick}
              axisLine={{ stroke: 'var(--color-line-strong)' }}
              tickLine={false}
            />
            <Bar dataKey="amount" barSize={28} minPointSize={leastLength} isAnimationActive={false}>
              <LabelList
                dataKey="label"
                position="right"
                fill="var(--color-ink)"
                className="text-xs tabular-nums"
              />
            </Bar>
          </BarChart>
        </ResponsiveContainer>
      </div>
      {unknown.length > 0 ? (
        <p className="text-sm text-muted">No value: {unknown.join(', ')}.</p>
      ) : null}
    </>
  )
}
