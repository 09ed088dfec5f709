import type { QueryClient } from '@tanstack/react-query'
import { outcomeOf } from '@/api/errors'
import { readingsCountFrom } from '@/api/plants'
import type { ToastMessage } from '@/ui/toast'

/** A change whose outcome is unknown. */
export interface LostAnswer {
  error: Error
  /** When the attempt ended, Unix ms: only readings that began after it tell anything. */
  endedAtMs: number
  /** Tells the person whose attempt it was. */
  tell: (message: ToastMessage) => void
}

/** What is to be looked for after a change has failed; undefined when it is known that nothing was done. */
export async function lostAnswer(
  queryClient: QueryClient,
  plantId: string,
  error: Error,
  tell: LostAnswer['tell'],
): Promise<LostAnswer | undefined> {
  if (outcomeOf(error) !== 'unknown') return undefined
  return { error, endedAtMs: await readingsCountFrom(queryClient, plantId), tell }
}
