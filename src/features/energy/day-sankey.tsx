import { Layer, ResponsiveContainer, Sankey } from 'recharts'
import type { SankeyLinkProps, SankeyNodeProps } from 'recharts'
import { amountWithUnit, seriesColours, seriesLabels } from './energy-words'
import type { EnergySeries } from './energy-words'
import type { EnergyFlow } from '@/domain/energy-balance'

export interface DaySankeyProps {
  flows: readonly EnergyFlow[]
  unit: string
}

/** Sources above each other on the left, uses on the right, so that no two streams cross. */
const order: readonly EnergySeries[] = ['produced', 'imported', 'exported', 'used']
const sources = new Set<EnergySeries>(['produced', 'imported'])
const nodeWidth = 8
/** Labels have two lines, so that two thin nodes need this much between them. */
const nodePadding = 40
const margin = { top: 20, right: 4, bottom: 20, left: 4 }

/** Where the day's energy came from and where it went. */
export function DaySankey({ flows, unit }: DaySankeyProps) {
  const used = order.filter((series) =>
    flows.some(({ from, to }) => from === series || to === series),
  )
  const data = {
    nodes: used.map((series) => ({ name: seriesLabels[series], series })),
    links: flows.map(({ from, to, amount }) => ({
      source: used.indexOf(from),
      target: used.indexOf(to),
      value: amount,
    })),
  }
  const seriesAt = (index: number) => used[index] ?? 'used'
  const node = ({ x, y, width, height, index, payload }: SankeyNodeProps) => {
    const isSource = sources.has(seriesAt(index))
    const place = {
      x: isSource ? x + width + 6 : x - 6,
      y: y + height / 2,
      textAnchor: isSource ? ('start' as const) : ('end' as const),
    }
    return (
      <Layer>
        <rect
          x={x}
          y={y}
          width={width}
          height={Math.max(height, 2)}
          fill={seriesColours[seriesAt(index)]}
        />
        <text {...place} dy="-0.2em" fill="var(--color-ink)" fontSize={12} fontWeight={600}>
          {seriesLabels[seriesAt(index)]}
        </text>
        <text {...place} dy="1em" fill="var(--color-ink)" fontSize={12} className="tabular-nums">
          {amountWithUnit(Number(payload.value), unit)}
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
      <ResponsiveContainer width="100%" height={220}>
        <Sankey
          data={data}
          node={node}
          link={link}
          nodeWidth={nodeWidth}
          nodePadding={nodePadding}
          margin={margin}
          sort={false}
          accessibilityLayer={false}
        />
      </ResponsiveContainer>
    </div>
  )
}

function flowText({ from, to, amount }: EnergyFlow, unit: string): string {
  return `${seriesLabels[from]} to ${seriesLabels[to]} ${amountWithUnit(amount, unit)}`
}
