import { expect, it } from 'vitest'
import { attentionItem } from './attention-items'
import type { AttentionKey } from './attention-rules'
import { nowMs, listedBy, ordinaryPlants, survey } from './test-plants'
import { fc } from '@/lib/test-properties'

/** The list can't be filtered by the time of a failure, or by facts outside the list. */
const exact: ReadonlySet<string> = new Set<AttentionKey>([
  'expired',
  'week',
  'month',
  'offline-long',
  'offline',
  'resting-online',
  'silent',
  'degraded',
  'unseen',
  'never-connected',
])

it('an item leads to a list of as many plants as it counts', () => {
  fc.assert(
    fc.property(ordinaryPlants, (plants) => {
      for (const group of survey(plants).groups) {
        if (!exact.has(group.key) || group.plants.some(({ atMs }) => atMs === undefined)) continue
        const { next } = attentionItem(group, { outage: undefined, nowMs, timeText: String })
        if (next.place.page !== 'plants') continue
        expect(listedBy(plants, next.place.filter).toSorted(), group.key).toEqual(
          group.plants.map(({ id }) => id).toSorted(),
        )
      }
    }),
  )
})
