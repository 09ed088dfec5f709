import { Outlet, createFileRoute, useNavigate } from '@tanstack/react-router'
import { Fragment } from 'react'
import { plantQueries } from '@/api/plants'
import { prime } from '@/api/query-client'
import { WorklistSteps } from '@/features/certificates/worklist-steps'
import { ShowOnce } from '@/features/credentials/show-once'
import { PlantActionDialog } from '@/features/plant-actions/plant-action-dialog'
import { EditPlant } from '@/features/plant-edit/edit-plant'
import { plantActionSearchSchema } from '@/features/plant/plant-actions-search'
import { PlantPage } from '@/features/plant/plant-page'
import { useLeavePlant } from '@/features/plant/use-leave-plant'

export const Route = createFileRoute('/_app/plants/$plantId')({
  validateSearch: plantActionSearchSchema,
  loader: ({ context: { queryClient }, params: { plantId } }) => {
    prime(queryClient, plantQueries.detail(plantId))
  },
  component: Plant,
})

function Plant() {
  const [{ plantId }, { action }] = [Route.useParams(), Route.useSearch()]
  // Not the route's own navigate, which would leave the open tab.
  const navigate = useNavigate()
  const show = (next: typeof action, replace = false) =>
    navigate({ to: '.', search: (now) => ({ ...now, action: next }), replace })
  const leave = useLeavePlant(plantId)
  const open = (id: string) => navigate({ to: '/plants/$plantId', params: { plantId: id } })
  const switchTo = (next: typeof action) => show(next, true)
  const dialog = { plantId, action, onAction: switchTo, onClose: () => switchTo(undefined) }
  return (
    <Fragment key={plantId}>
      <PlantPage plantId={plantId} way={<WorklistSteps plantId={plantId} />} onAction={show}>
        <Outlet />
        <EditPlant {...dialog} onMoved={leave} onOpenPlant={open} />
      </PlantPage>
      <PlantActionDialog {...dialog} onDeleted={leave} ShowIssued={ShowOnce} />
    </Fragment>
  )
}
