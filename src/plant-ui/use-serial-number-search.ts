import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { plantQueries } from '@/api/plants'

interface Progress {
  seen: number
  total: number | undefined
}

/** Looks through the list for a serial number, with how far it has come. */
export function useSerialNumberSearch(serialNumber: string) {
  const [progress, setProgress] = useState<Progress>({ seen: 0, total: undefined })
  const search = useQuery(
    plantQueries.bySerialNumber(serialNumber, (seen, total) => setProgress({ seen, total })),
  )
  return { ...search, progress }
}
