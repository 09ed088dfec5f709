import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'

// Same as in the dashboard: without it, zod compiles with `new Function`, which the CSP forbids.
z.config({ jitless: true })

const text = z.nullish(z.string())
const pageSchema = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      serialNumber: text,
      type: text,
      status: text,
      lifecycleStatus: text,
      authMethod: text,
      lastSeenAt: text,
    }),
  ),
})

export const plantsQuery = queryOptions({
  queryKey: ['plants'],
  queryFn: async () => {
    const response = await fetch('/api/v1/plants?page=1&limit=20')
    return pageSchema.parse(await response.json())
  },
})
