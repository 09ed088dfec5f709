import { PlaceLink } from './place-link'
import { changeDetail, changeHeading, changeTone } from '@/domain/fleet-changes/change-words'
import {
  type ChangeKind,
  type FleetChanges,
  changeKinds,
  latestState,
} from '@/domain/fleet-changes/fleet-changes'
import { plantLabel } from '@/domain/plant/plant-name'
import { formatCount } from '@/lib/format-count'
import { StatusBadge } from '@/ui/status-badge'
import { UntrustedText } from '@/ui/untrusted-text'
import { useTimeText } from '@/ui/use-time-text'

/** Plants to name for each kind of change; the text to copy names more. */
const maxNamed = 8

/** The plants that changed, by kind. */
export function ChangesList({ changes }: { changes: FleetChanges }) {
  const kinds = changeKinds.filter((kind) => changes.changes[kind].length > 0)
  return (
    <ul className="divide-y divide-line" aria-label="Changes">
      {kinds.map((kind) => (
        <li key={kind} className="px-4 py-2">
          <details>
            <summary className="rounded-sm max-md:py-1.5">
              <StatusBadge isPlain tone={changeTone(kind)} className="ml-1">
                {changeHeading(kind, changes.changes[kind].length)}
              </StatusBadge>
            </summary>
            <ChangedPlants kind={kind} changes={changes} />
          </details>
        </li>
      ))}
    </ul>
  )
}

function ChangedPlants({ kind, changes }: { kind: ChangeKind; changes: FleetChanges }) {
  const timeText = useTimeText()
  const plants = changes.changes[kind]
  const rest = plants.length - maxNamed
  return (
    <ul className="mt-1 ml-5 flex flex-col gap-0.5 text-sm">
      {plants.slice(0, maxNamed).map((change) => {
        const state = latestState(change)
        const label = <UntrustedText isTruncated>{plantLabel(state)}</UntrustedText>
        return (
          <li key={state.id} className="flex flex-wrap items-center gap-x-3">
            {change.after ? (
              <PlaceLink to={{ page: 'plant', plantId: state.id, part: 'overview' }}>
                {label}
              </PlaceLink>
            ) : (
              label
            )}
            <span className="text-muted">
              <UntrustedText>{changeDetail(kind, change, timeText)}</UntrustedText>
            </span>
          </li>
        )
      })}
      {rest > 0 ? <li className="text-muted">and {formatCount(rest)} more</li> : null}
    </ul>
  )
}
