import { skipToken, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { plantSearchQuery } from '@/api/plant-search'

interface Progress {
  seen: number
  total: number | undefined
}

const notStarted: Progress = { seen: 0, total: undefined }

interface SearchOptions {
  /** Returns the milliseconds until the search is repeated, or false for never; called after each search. */
  repeatAfterMs?: () => number | false
}

/**
 * Searches the list for the plant with a serial number and reports progress. Without a serial number it does nothing.
 */
export function useSerialNumberSearch(
  serialNumber: string | undefined,
  { repeatAfterMs = () => false }: SearchOptions = {},
) {
  const [progress, setProgress] = useState<Progress & { of?: string }>(notStarted)
  const options = plantSearchQuery(serialNumber ?? '', (seen, total) =>
    setProgress({ seen, total, of: serialNumber ?? '' }),
  )
  const search = useQuery({
    ...options,
    queryFn: serialNumber === undefined ? skipToken : options.queryFn,
    refetchInterval: (query) => (query.state.data?.plant ? false : repeatAfterMs()),
  })
  return { ...search, progress: progress.of === serialNumber ? progress : notStarted }
}
