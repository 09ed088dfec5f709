import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { addRun } from './add-run'
import { useRunPlace } from './use-runs'
import { plantReadings } from '@/api/plant-readings'
import type { PlantDetail } from '@/api/plant-schemas'
import { planOfRest } from '@/domain/runs/next-plan'
import { type Run, stateIn } from '@/domain/runs/run-progress'
import { repeatableStates } from '@/domain/runs/run-row'
import { countOf } from '@/lib/format-count'
import { serverNow } from '@/lib/server-clock'
import { toast } from '@/ui/toast'

/** Plans a new run for the plants of a run that nothing reached; each is read first, as it may have changed. */
export function useRestPlan(run: Run, onPlanned: (runId: string) => void) {
  const queryClient = useQueryClient()
  const place = useRunPlace()
  const [isPlanning, setIsPlanning] = useState(false)
  const isShown = useRef(true)
  useEffect(() => {
    isShown.current = true
    return () => {
      isShown.current = false
    }
  }, [])
  const ids = run.rows
    .filter((row) => repeatableStates.has(stateIn(run, row)))
    .map(({ plantId }) => plantId)

  async function plan() {
    setIsPlanning(true)
    const plants = new Map<string, PlantDetail>()
    try {
      await queryClient.query(plantReadings(ids, (plant) => plants.set(plant.id, plant)))
      const now = { nowMs: serverNow(), createdBy: place.username, plants }
      const { document, unread, leftOut } = planOfRest(run, ids, now)
      const missing = unread.length + leftOut.length
      if (missing > 0) {
        const [first] = leftOut
        toast.show({
          tone: 'warn',
          title: `${countOf(missing, 'plant')} left out of the new plan`,
          detail: first ? `${first.reason}.` : 'They couldn’t be read.',
        })
      }
      // The user has gone elsewhere meanwhile.
      if (!document || !isShown.current) return
      await addRun(place, document)
      onPlanned(document.id)
    } catch {
      toast.show({ tone: 'danger', title: 'The rest couldn’t be planned', detail: 'Try again.' })
    } finally {
      setIsPlanning(false)
    }
  }

  return { count: ids.length, isPlanning, plan: () => void plan() }
}
