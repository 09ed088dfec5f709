import { Ban, Pause, Pencil, Play, Trash2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Plant } from '@/api/plant-schemas'
import { usePerson } from '@/api/session/session-context'
import { statedGraceMs } from '@/api/stated-grace'
import { whyForbidden } from '@/domain/actions/permission'
import type { ActionAt, PlantAction } from '@/domain/actions/plant-action-names'
import { plantActionLabels, whyImpossible } from '@/domain/actions/plant-actions'
import { entriesOf } from '@/lib/keyed-record'
import { Button } from '@/ui/button'

interface PlantButtonsProps {
  plant: Plant
  nowMs: number
  onAction: (action: PlantAction) => void
}

const icons: Record<ActionAt<'header'>, LucideIcon> = {
  edit: Pencil,
  suspend: Pause,
  reactivate: Play,
  revoke: Ban,
  delete: Trash2,
}

/** Buttons for actions on the plant itself; those for its credentials are on the Security tab. */
export function PlantButtons({ plant, nowMs, onAction }: PlantButtonsProps) {
  const person = usePerson()
  return (
    <div role="group" aria-label="Actions" className="flex flex-wrap gap-2" data-print="hide">
      {entriesOf(icons).map(([action, Icon]) => (
        <Button
          key={action}
          icon={<Icon aria-hidden className="size-4" />}
          disabledReason={
            (person && whyForbidden(person, action)) ??
            whyImpossible(action, plant, nowMs, statedGraceMs(plant))
          }
          onClick={() => onAction(action)}
        >
          {plantActionLabels[action]}
        </Button>
      ))}
    </div>
  )
}
