import { useCallback, useEffect, useState } from 'react'
import type { FleetColumns } from './fleet-columns'
import { type FleetScan, keepScanning, scanFleet, scanMembers } from './fleet-scan'
import { fleetIndex } from './read-fleet'

interface Scanned<Result> {
  result: Result | undefined
  /** False until a scan of the latest kind has ended. */
  isCurrent: boolean
}

/**
 * Returns what a scan gathers about all plants of the index, kept up to date. `makeScan` must be stable: another function
 * starts another scan, and `isCurrent` is false until it has ended.
 */
export function useFleetScan<Result>(makeScan: () => FleetScan<Result>): Scanned<Result> {
  return useSteps(
    useCallback((columns: FleetColumns) => scanFleet(columns, makeScan()), [makeScan]),
  )
}

/** Like `useFleetScan`, but about plants by their IDs, as far as a run judges them. */
export function useMembersScan<Result>(
  ids: ReadonlySet<string>,
  makeScan: () => FleetScan<Result>,
): Scanned<Result> {
  return useSteps(
    useCallback((columns: FleetColumns) => scanMembers(columns, ids, makeScan()), [ids, makeScan]),
  )
}

function useSteps<Result>(
  makeSteps: (columns: FleetColumns) => Generator<void, Result>,
): Scanned<Result> {
  const [latest, setLatest] = useState<{ of: unknown; result: Result }>()
  useEffect(
    () => keepScanning(fleetIndex, makeSteps, (result) => setLatest({ of: makeSteps, result })),
    [makeSteps],
  )
  return { result: latest?.result, isCurrent: latest?.of === makeSteps }
}
