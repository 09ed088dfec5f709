import { useQueryClient } from '@tanstack/react-query'
import { useCallback, useEffect, useRef, useState } from 'react'
import { ContractError } from '@/api/errors'
import { plantReadings } from '@/api/plant-readings'
import type { PlantDetail } from '@/api/plant-schemas'
import { type ReadGroups, readGroupsOf } from '@/domain/runs/group-choice'
import { serverNow } from '@/lib/server-clock'

interface GroupReadings {
  read: ReadonlyMap<string, ReadGroups>
  /** Errors by plant. */
  failed: ReadonlyMap<string, unknown>
}

const nothing: GroupReadings = { read: new Map(), failed: new Map() }

/** Reads the groups of plants from their details, on request and a few at a time; what was read is kept. */
export function useGroupReading() {
  const queryClient = useQueryClient()
  const [readings, setReadings] = useState(nothing)
  const [underWay, setUnderWay] = useState<readonly string[]>()
  const running = useRef<readonly string[]>(undefined)

  const cancel = useCallback(() => {
    const plantIds = running.current
    if (plantIds) void queryClient.cancelQueries({ queryKey: plantReadings(plantIds).queryKey })
  }, [queryClient])
  useEffect(() => cancel, [cancel])

  async function start(plantIds: readonly string[]) {
    if (running.current) return
    running.current = plantIds
    setUnderWay(plantIds)
    const onRead = (plant: PlantDetail) => {
      const groups = readGroupsOf(plant, serverNow())
      // Counted as a failed reading.
      if (!groups) throw new ContractError('getPlant', 'unreadable groups')
      setReadings(({ read, failed }) => {
        return { read: new Map(read).set(plant.id, groups), failed: without(failed, plant.id) }
      })
    }
    try {
      const failures = await queryClient.query(plantReadings(plantIds, onRead))
      setReadings(({ read, failed }) => ({ read, failed: new Map([...failed, ...failures]) }))
    } catch {
      // Cancelled: what was read is kept.
    } finally {
      running.current = undefined
      setUnderWay(undefined)
    }
  }

  return {
    ...readings,
    /** The plants that are being read. */
    underWay,
    start: (plantIds: readonly string[]) => void start(plantIds),
    cancel,
  }
}

/** The groups read so far, and the functions that read more. */
export type GroupReading = ReturnType<typeof useGroupReading>

function without(failed: ReadonlyMap<string, unknown>, plantId: string) {
  if (!failed.has(plantId)) return failed
  const left = new Map(failed)
  left.delete(plantId)
  return left
}
