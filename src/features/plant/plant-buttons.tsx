import { Ban, Pause, Pencil, Play, Trash2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Plant } from '@/api/plant-schemas'
import { usePerson } from '@/api/session/session-context'
import { statedGraceMs } from '@/api/stated-grace'
import { whyForbidden } from '@/domain/actions/permission'
import type { PlantAction } from '@/domain/actions/plant-action-names'
import { plantActionLabels, whyImpossible } from '@/domain/actions/plant-actions'
import { Button } from '@/ui/button'

interface PlantButtonsProps {
  plant: Plant
  nowMs: number
  onAction: (action: PlantAction) => void
}

const shown: readonly { action: PlantAction; icon: LucideIcon }[] = [
  { action: 'edit', icon: Pencil },
  { action: 'suspend', icon: Pause },
  { action: 'reactivate', icon: Play },
  { action: 'revoke', icon: Ban },
  { action: 'delete', icon: Trash2 },
]

/** Buttons for actions on the plant itself; those for its credentials are on the Security tab. */
export function PlantButtons({ plant, nowMs, onAction }: PlantButtonsProps) {
  const person = usePerson()
  return (
    <div role="group" aria-label="Actions" className="flex flex-wrap gap-2" data-print="hide">
      {shown.map(({ action, icon: Icon }) => (
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
