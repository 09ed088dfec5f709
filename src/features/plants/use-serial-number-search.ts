import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { plantQueries } from '@/api/plants'

/** Looks through the list for a serial number, with how far it has come. */
export function useSerialNumberSearch(serialNumber: string) {
  const [progress, setProgress] = useState({ seen: 0, total: 0 })
  const search = useQuery(
    plantQueries.bySerialNumber(serialNumber, (seen, total) => setProgress({ seen, total })),
  )
  return { ...search, progress }
}
