import { Ban, Pause, Pencil, Play, Trash2 } from 'lucide-react'
import type { LucideIcon } from 'lucide-react'
import type { Plant } from '@/api/plant-schemas'
import { statedGraceMs } from '@/api/stated-grace'
import type { ActionAt, PlantAction } from '@/domain/actions/plant-action-names'
import { plantActionLabels, whyImpossible } from '@/domain/actions/plant-actions'
import { entriesOf } from '@/lib/keyed-record'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Button } from '@/ui/button'
import { MenuButton } from '@/ui/menu-button'
import { phoneQuery, useMedia } from '@/ui/use-media'

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

/**
 * Buttons for actions on the plant itself; those for its credentials are on the Security tab. A phone has room only for the
 * available ones; the others are in a menu, with the reasons, which no pointer would show there.
 */
export function PlantButtons({ plant, nowMs, onAction }: PlantButtonsProps) {
  const whyForbidden = useWhyForbidden()
  const isPhone = useMedia(phoneQuery)
  const all = entriesOf(icons).map(([action, Icon]) => ({
    key: action,
    label: plantActionLabels[action],
    icon: <Icon aria-hidden className="size-4" />,
    disabledReason:
      whyForbidden(action) ?? whyImpossible(action, plant, nowMs, statedGraceMs(plant)),
    onAction: () => onAction(action),
  }))
  const inMenu = isPhone ? all.filter(({ disabledReason }) => disabledReason) : []
  const shown = all.filter((one) => !inMenu.includes(one))
  return (
    <div role="group" aria-label="Actions" className="flex flex-wrap gap-2" data-print="hide">
      {shown.map(({ key, label, icon, disabledReason, onAction: act }) => (
        <Button key={key} icon={icon} disabledReason={disabledReason} onClick={act}>
          {label}
        </Button>
      ))}
      {inMenu.length > 0 ? (
        <MenuButton label="Unavailable actions" items={inMenu}>
          {shown.length > 0 ? 'More actions' : 'Actions'}
        </MenuButton>
      ) : null}
    </div>
  )
}
