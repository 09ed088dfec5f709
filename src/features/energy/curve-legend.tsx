import { energyTotals } from '@/domain/energy/energy-balance'
import { lineDashes, seriesColours, seriesLabels } from '@/plant-ui/energy-words'

/** Legend of the curve. The chart's own legend would load with the chart's code and rely on colour only. */
export function CurveLegend() {
  return (
    <ul aria-label="Lines" className="flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {energyTotals.map((total) => (
        <li key={total} className="flex items-center gap-2">
          <svg aria-hidden width={28} height={8}>
            <line
              x1={2}
              x2={26}
              y1={4}
              y2={4}
              stroke={seriesColours[total]}
              strokeWidth={2}
              strokeLinecap="round"
              strokeDasharray={lineDashes[total]}
            />
          </svg>
          {seriesLabels[total]}
        </li>
      ))}
    </ul>
  )
}
