import { PlantNames } from './plant-names'
import type { Certificates } from './use-certificates'
import type { Contradiction } from '@/domain/certificates/contradictions'
import { formatCount } from '@/lib/format-count'
import { Panel } from '@/ui/panel'
import { StatusBadge } from '@/ui/status-badge'

/** More plants would hide the next finding. */
const mostShown = 5

/** Contradictions in the platform's data. */
export function RealityCheck({ survey }: { survey: Certificates['survey'] }) {
  const { contradictions, plantIds } = survey
  return (
    <Panel title="Reality check">
      {contradictions.length === 0 ? (
        <p className="px-4 py-3 text-muted">
          {plantIds.size === 0
            ? 'Nothing to check yet.'
            : `No contradictions. Plants read: ${formatCount(plantIds.size)}.`}
        </p>
      ) : (
        <ul className="divide-y divide-line">
          {contradictions.map((contradiction) => (
            <Finding key={contradiction.key} contradiction={contradiction} />
          ))}
        </ul>
      )}
    </Panel>
  )
}

function Finding({ contradiction }: { contradiction: Contradiction }) {
  const { title, hint, plants } = contradiction
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <StatusBadge isPlain tone="warn">
        {title}: {formatCount(plants.length)} {plants.length === 1 ? 'plant' : 'plants'}
      </StatusBadge>
      <p className="text-sm text-muted">{hint}</p>
      <PlantNames plants={plants.slice(0, mostShown)} />
      {plants.length > mostShown ? (
        <details className="text-sm">
          <summary className="w-fit rounded-sm text-muted hover:text-ink max-md:py-3">
            {formatCount(plants.length - mostShown)} more
          </summary>
          <PlantNames plants={plants.slice(mostShown)} />
        </details>
      ) : null}
    </li>
  )
}
