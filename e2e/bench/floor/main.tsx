// The smallest page this stack allows: React, Router, Query, zod/mini and 20 rows. The dashboard's first screen
// is measured against it, so anything added here makes the dashboard look better than it is.
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  RouterProvider,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { PlantsPage } from './plants-page.tsx'
import { plantsQuery } from './plants-query.ts'

const queryClient = new QueryClient()
const rootRoute = createRootRoute()
const plants = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  loader: () => queryClient.query({ ...plantsQuery, staleTime: 'static' }),
  component: PlantsPage,
})
const plant = createRoute({
  getParentRoute: () => rootRoute,
  path: '/plants/$plantId',
  component: lazyRouteComponent(() => import('./plant-page.tsx'), 'PlantPage'),
})
const router = createRouter({ routeTree: rootRoute.addChildren([plants, plant]) })

const element = document.getElementById('root')
if (element !== null) {
  createRoot(element).render(
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>,
  )
}
