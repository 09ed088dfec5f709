import { Fragment } from 'react'
import { Outlet, createFileRoute, useNavigate } from '@tanstack/react-router'
import { plantQueries } from '@/api/plants'
import { prime } from '@/api/query-client'
import { PlantActionDialog } from '@/features/lifecycle/plant-action-dialog'
import { plantActionSearchSchema } from '@/features/plants/plant-actions-search'
import { PlantPage } from '@/features/plants/plant-page'
import { ShowOnce } from '@/features/provisioning/show-once'

export const Route = createFileRoute('/_app/plants/$plantId')({
  validateSearch: plantActionSearchSchema,
  loader: ({ context: { queryClient }, params: { plantId } }) => {
    prime(queryClient, plantQueries.detail(plantId))
  },
  component: Plant,
})

function Plant() {
  const { plantId } = Route.useParams()
  const { action } = Route.useSearch()
  // Not the route's own, which would leave the part of the page that is open.
  const navigate = useNavigate()
  const show = (next: typeof action, replace = false) =>
    navigate({ to: '.', search: (now) => ({ ...now, action: next }), replace })
  return (
    <Fragment key={plantId}>
      <PlantPage plantId={plantId} onAction={(next) => show(next)}>
        <Outlet />
      </PlantPage>
      <PlantActionDialog
        plantId={plantId}
        action={action}
        onAction={(next) => show(next, true)}
        onClose={() => show(undefined, true)}
        onDeleted={() => navigate({ to: '/plants', replace: true })}
        ShowIssued={ShowOnce}
      />
    </Fragment>
  )
}
