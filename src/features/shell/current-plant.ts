import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { SlidersHorizontal } from 'lucide-react'
import type { PaletteEntry } from './palette-entry'
import { plantQueries } from '@/api/plants'
import { usePerson } from '@/api/session/session-context'
import { statedGraceMs } from '@/api/stated-grace'
import { whyForbidden } from '@/domain/actions/permission'
import { plantActions } from '@/domain/actions/plant-action-names'
import { plantActionLabels, whyImpossible } from '@/domain/actions/plant-actions'
import { plantName } from '@/domain/plant/plant-name'
import { clockNow } from '@/ui/clock'

/** Entries for actions on the plant whose page is open; each opens its dialog. */
export function useCurrentPlantEntries(): PaletteEntry[] {
  const { plantId } = useParams({ strict: false })
  const queryClient = useQueryClient()
  const person = usePerson()
  const navigate = useNavigate()
  if (plantId === undefined) return []
  const plant = queryClient.getQueryData(plantQueries.detail(plantId).queryKey)
  if (!plant) return []
  return plantActions.map((action) => ({
    key: action,
    label: plantActionLabels[action],
    detail: plantName(plant),
    icon: SlidersHorizontal,
    disabledReason:
      (person && whyForbidden(person, action)) ??
      whyImpossible(action, plant, clockNow(), statedGraceMs(plant)),
    onAction: () => void navigate({ to: '.', search: (now) => ({ ...now, action }) }),
  }))
}
