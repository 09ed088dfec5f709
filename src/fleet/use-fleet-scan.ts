import { useEffect, useState } from 'react'
import { type FleetScan, keepScanning } from './fleet-scan'
import { fleetIndex } from './read-fleet'

/**
 * Returns what a scan gathers about all plants of the index, kept up to date. `makeScan` must be stable: another function
 * starts another scan, and `isCurrent` is false until it has ended.
 */
export function useFleetScan<Result>(makeScan: () => FleetScan<Result>): {
  result: Result | undefined
  isCurrent: boolean
} {
  const [latest, setLatest] = useState<{ of: unknown; result: Result }>()
  useEffect(
    () => keepScanning(fleetIndex, makeScan, (result) => setLatest({ of: makeScan, result })),
    [makeScan],
  )
  return { result: latest?.result, isCurrent: latest?.of === makeScan }
}
