import { Outlet, createRootRouteWithContext } from '@tanstack/react-router'
import type { RouterContext } from '@/api/session/session-context'
import { Companions } from '@/features/shell/companions'
import { codePart } from '@/lib/code-part'

const companionsPart = codePart(() => import('./-page-companions'))

export const Route = createRootRouteWithContext<RouterContext>()({
  component: Root,
})

function Root() {
  return (
    <>
      <Outlet />
      <Companions part={companionsPart}>{({ PageCompanions }) => <PageCompanions />}</Companions>
    </>
  )
}
