import { PlantNames } from './plant-names'
import type { Certificates } from './use-certificates'
import type { Contradiction } from '@/domain/renewals/contradictions'
import { countOf, formatCount } from '@/lib/format-count'
import { Panel } from '@/ui/panel'
import { toneText } from '@/ui/tone-classes'
import { ToneIcon } from '@/ui/tone-icon'

/** More plants would hide the next finding. */
const maxShown = 5

/** Contradictions in the platform's data. */
export function ContradictionsPanel({
  certificates: { survey, fleet },
}: {
  certificates: Certificates
}) {
  const { contradictions, plantIds } = survey
  return (
    <Panel title="Contradictions">
      {contradictions.length === 0 ? (
        <p className="px-4 py-3 text-muted">{nothingFound(plantIds.size, fleet)}</p>
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

function nothingFound(plantsRead: number, fleet: Certificates['fleet']): string {
  if (plantsRead > 0) return `No contradictions. Plants read: ${formatCount(plantsRead)}.`
  return fleet.error ? 'Nothing could be checked.' : 'Nothing to check yet.'
}

function Finding({ contradiction }: { contradiction: Contradiction }) {
  const { title, hint, plants } = contradiction
  return (
    <li className="flex flex-col gap-1 px-4 py-3">
      <p className={`flex gap-1.5 ${toneText.warn}`}>
        <ToneIcon tone="warn" className="mt-0.5 size-4" />
        <span>
          {title}: {countOf(plants.length, 'plant')}
        </span>
      </p>
      <p className="text-sm text-muted">{hint}</p>
      <PlantNames plants={plants.slice(0, maxShown)} />
      {plants.length > maxShown ? (
        <details className="text-sm">
          <summary className="w-fit rounded-sm text-muted hover:text-ink max-md:py-3">
            {formatCount(plants.length - maxShown)} more
          </summary>
          <PlantNames plants={plants.slice(maxShown)} />
        </details>
      ) : null}
    </li>
  )
}
