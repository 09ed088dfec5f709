import type { QueryClient } from '@tanstack/react-query'
import { prime } from '@/api/query-client'
import { codePart } from '@/lib/code-part'

// All are in a file that these pages need anyway, and the first screen doesn't.
const historyPart = codePart(() => import('@/api/commands'))
const energyPart = codePart(() => import('@/api/energy'))
const certificatesPart = codePart(() => import('@/api/certificates'))

/** Starts reading a plant's command history. The page reads it as well, and shows a failure. */
export function primeHistory(
  queryClient: QueryClient,
  plantId: string,
  read: 'first' | 'page',
): void {
  void historyPart.load().then(
    ({ commandQueries: { first, page } }) =>
      prime(queryClient, read === 'first' ? first(plantId) : page(plantId, 1)),
    () => undefined,
  )
}

/** Starts reading what a plant produced today. The page reads it as well, and shows a failure. */
export function primeEnergy(queryClient: QueryClient, plantId: string): void {
  void energyPart.load().then(
    ({ energyQueries }) => prime(queryClient, energyQueries.today(plantId)),
    () => undefined,
  )
}

/** Starts reading the figures of the certificates. The page reads them as well, and shows a failure. */
export function primeCertificates(queryClient: QueryClient): void {
  void certificatesPart.load().then(
    ({ certificateQueries }) => prime(queryClient, certificateQueries.stats()),
    () => undefined,
  )
}
