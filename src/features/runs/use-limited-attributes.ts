import { useMemo } from 'react'
import type { GroupReading } from './use-group-reading'
import type { Plant } from '@/api/plant-schemas'
import { groupPopulations } from '@/domain/runs/group-choice'
import type { LimitedAttribute } from '@/domain/runs/plan-document'
import type { RunLimit } from '@/domain/runs/run-settings'
import { limitLabel, listedAttributes } from '@/domain/runs/setting-words'
import type { useFleetPlants } from '@/fleet/use-fleet-plants'
import { countOf } from '@/lib/format-count'

interface Known {
  plants: ReturnType<typeof useFleetPlants>
  groups: GroupReading
  /** Plants that take part. */
  taking: readonly Plant[]
}

/** Returns the attributes that a run can limit, as far as the plants were read. */
export function useLimitedAttributes({ plants, groups, taking }: Known) {
  const { read } = groups
  const unread = useMemo(() => taking.filter(({ id }) => !read.has(id)).length, [taking, read])
  return useMemo(() => {
    const attributeOf = (attribute: string): LimitedAttribute | undefined => {
      if (attribute === 'group') {
        const valuesOf = (plantId: string) => read.get(plantId)?.values ?? ['']
        return { valuesOf, counts: groupPopulations(read) }
      }
      const known = plants.attribute(attribute)
      return known && { counts: known.counts, valuesOf: (id) => [known.valueOf(id)] }
    }
    const basisOf = (attribute: string) =>
      attribute === 'group'
        ? `Counted over the ${countOf(read.size, 'plant')} whose groups were read.`
        : `Counted over the ${countOf(plants.count, 'plant')} of the fleet read so far.`
    const whyNot = (limits: readonly RunLimit[]) => {
      const known = new Set([...listedAttributes, ...plants.limitableKeys()])
      const lost = limits.find(({ attribute }) => !known.has(attribute))
      if (lost) {
        return `Too many values to limit by ${limitLabel(lost.attribute)}: remove the limit.`
      }
      return unread > 0 && limits.some(({ attribute }) => attribute === 'group')
        ? `A limit by group needs the groups of all plants: read those of ${countOf(unread, 'plant')}, or remove the limit.`
        : undefined
    }
    return { attributeOf, basisOf, whyNot }
  }, [plants, read, unread])
}
