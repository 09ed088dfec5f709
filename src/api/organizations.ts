import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from './client'
import { type Organization, organizationSchema } from './organization-schemas'
import { organizationsKey } from './query-keys'

const openListSchema = z.object({ data: z.array(z.unknown()) })

async function readOrganizations(signal: AbortSignal): Promise<Organization[]> {
  const { data } = await request({
    operation: 'listOrganizations',
    method: 'GET',
    path: '/organizations',
    requestClass: 'read',
    // The list must be readable while the chosen organization is not.
    isOfUser: true,
    schema: openListSchema,
    signal,
  })
  return data.flatMap((row) => {
    const read = z.safeParse(organizationSchema, row)
    return read.success ? [read.data] : []
  })
}

/** Query options for the organizations that the user can switch to; another backend may lack the endpoint. */
export const organizationsQuery = queryOptions({
  queryKey: organizationsKey,
  queryFn: ({ signal }) => readOrganizations(signal),
  staleTime: 'static',
})
