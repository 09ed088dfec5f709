import { Layer, Sankey } from 'recharts'
import type { SankeyLinkProps, SankeyNodeProps } from 'recharts'
import type { EnergyFlow } from '@/domain/energy/energy-balance'
import {
  amountWithUnit,
  formatShortAmount,
  seriesColours,
  seriesLabels,
} from '@/plant-ui/energy-words'
import type { EnergySeries } from '@/plant-ui/energy-words'
import { ChartBox } from '@/ui/chart-box'

interface DaySankeyProps {
  flows: readonly EnergyFlow[]
  unit: string
}

/** Sources on the left and uses on the right, ordered so that no two streams cross. */
const order: readonly EnergySeries[] = ['produced', 'imported', 'exported', 'used']
const sources = new Set<EnergySeries>(['produced', 'imported'])
const upper: readonly EnergySeries[] = ['produced', 'exported']
const lower: readonly EnergySeries[] = ['imported', 'used']
const nodeWidth = 8
/** Minimum share of the widest stream, so that thin streams remain visible. */
const thinnest = 1e-6
const nodePadding = 16
/** Share of the whole below which a node is lower than its label, so that streams would strike through the label. */
const thinShare = 0.22
/** Room outside the diagram: for the labels of thin nodes, and otherwise. */
const [labelRoom, edgeRoom] = [38, 8]

export function DaySankey({ flows, unit }: DaySankeyProps) {
  const used = order.filter((series) =>
    flows.some(({ from, to }) => from === series || to === series),
  )
  const widest = Math.max(...flows.map(({ amount }) => amount))
  const data = {
    nodes: used.map((series) => ({ name: seriesLabels[series], series })),
    links: flows.map(({ from, to, amount }) => ({
      source: used.indexOf(from),
      target: used.indexOf(to),
      // The diagram adds amounts up, and the sum can exceed the largest number.
      value: Math.max(amount / widest, thinnest),
    })),
  }
  const shareOf = (series: EnergySeries) =>
    flows.reduce(
      (sum, flow) => sum + (flow.from === series || flow.to === series ? flow.amount / widest : 0),
      0,
    ) / flows.reduce((sum, { amount }) => sum + amount / widest, 0)
  const thin = new Set(used.filter((series) => shareOf(series) < thinShare))
  const roomFor = (nodes: readonly EnergySeries[]) =>
    nodes.some((series) => thin.has(series)) ? labelRoom : edgeRoom
  const seriesAt = (index: number) => used[index] ?? 'used'
  const node = ({ x, y, width, height, index }: SankeyNodeProps) => {
    const series = seriesAt(index)
    const isSource = sources.has(series)
    const isThin = thin.has(series)
    const outside = upper.includes(series) ? y - 18 : y + height + 16
    const inset = isThin ? -width : 6
    const place = {
      x: isSource ? x + width + inset : x - inset,
      y: isThin ? outside : y + height / 2,
      textAnchor: isSource ? ('start' as const) : ('end' as const),
    }
    return (
      <Layer>
        <rect x={x} y={y} width={width} height={Math.max(height, 2)} fill={seriesColours[series]} />
        <text {...place} dy="-0.2em" fill="var(--color-ink)" fontSize={12} fontWeight={600}>
          {seriesLabels[series]}
        </text>
        <text {...place} dy="1em" fill="var(--color-ink)" fontSize={12} className="tabular-nums">
          {amountWithUnit(amountAt(flows, series), unit, formatShortAmount)}
        </text>
      </Layer>
    )
  }
  const link = (props: SankeyLinkProps) => {
    const { sourceX, sourceY, sourceControlX, targetX, targetY, targetControlX, linkWidth } = props
    return (
      <path
        d={`M${sourceX},${sourceY}C${sourceControlX},${sourceY} ${targetControlX},${targetY} ${targetX},${targetY}`}
        fill="none"
        stroke={seriesColours[flows[props.index]?.from ?? 'used']}
        strokeOpacity={0.28}
        strokeWidth={Math.max(linkWidth, 1)}
      />
    )
  }
  return (
    <div
      role="img"
      aria-label={`Flow diagram: ${flows.map((flow) => flowText(flow, unit)).join(', ')}`}
    >
      <ChartBox height={220}>
        <Sankey
          data={data}
          node={node}
          link={link}
          nodeWidth={nodeWidth}
          nodePadding={nodePadding}
          margin={{ top: roomFor(upper), right: 4, bottom: roomFor(lower), left: 4 }}
          sort={false}
          accessibilityLayer={false}
        />
      </ChartBox>
    </div>
  )
}

function amountAt(flows: readonly EnergyFlow[], series: EnergySeries): number {
  return flows
    .filter(({ from, to }) => from === series || to === series)
    .reduce((sum, { amount }) => sum + amount, 0)
}

function flowText({ from, to, amount }: EnergyFlow, unit: string): string {
  return `${seriesLabels[from]} to ${seriesLabels[to]} ${amountWithUnit(amount, unit)}`
}
