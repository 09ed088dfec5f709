import { queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import { request } from './client'
import { tolerant } from './fields'
import { plantPath } from './plants'
import { plantKeys } from './query-keys'
import type { WithUnreadable } from '@/lib/unreadable'

/** One UTC day. The unit comes from the runtime config; null is accepted although undocumented, and does not mean 0. */
export const energyTodaySchema = z
  .object({
    date: z.string(),
    produced: z.nullable(z.number()),
    imported: z.nullable(z.number()),
    exported: z.nullable(z.number()),
    selfConsumptionPct: z.nullish(z.number()),
  })
  .register(z.globalRegistry, { id: 'EnergyToday' })
export type EnergyToday = z.infer<typeof energyTodaySchema> & WithUnreadable

/** Query options for the energy of one plant. */
export const energyQueries = {
  today: (plantId: string) =>
    queryOptions({
      queryKey: plantKeys.energy(plantId),
      queryFn: ({ signal }) =>
        request({
          operation: 'getEnergyToday',
          method: 'GET',
          path: plantPath(plantId, 'energy/today'),
          requestClass: 'read',
          schema: tolerant(energyTodaySchema, { date: '' }),
          signal,
        }),
    }),
}
