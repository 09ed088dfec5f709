import { useQueryClient } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { SlidersHorizontal } from 'lucide-react'
import type { PaletteEntry } from './palette-entry'
import { plantQueries } from '@/api/plants'
import { statedGraceMs } from '@/api/stated-grace'
import { plantActions } from '@/domain/actions/plant-action-names'
import { plantActionLabels, whyImpossible } from '@/domain/actions/plant-actions'
import { plantName } from '@/domain/plant/plant-name'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { clockNow } from '@/ui/clock'

/** Entries for actions on the plant whose page is open; each opens its dialog. */
export function useCurrentPlantEntries(): PaletteEntry[] {
  const { plantId } = useParams({ strict: false })
  const queryClient = useQueryClient()
  const whyForbidden = useWhyForbidden()
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
      whyForbidden(action) ?? whyImpossible(action, plant, clockNow(), statedGraceMs(plant)),
    onAction: () =>
      void navigate({ to: '.', search: (now) => ({ ...now, action }), resetScroll: false }),
  }))
}
