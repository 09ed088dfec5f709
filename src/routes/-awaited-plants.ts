import { useMemo } from 'react'
import { useAwaitedRenewals } from '@/features/certificates/use-awaited-renewals'
import { useAwaitedAnswers } from '@/features/commands/use-awaited-answers'
import { useAwaitedRuns } from '@/features/runs/use-awaited-runs'

/** Returns what this browser waits for, and the number of plants whose answers are unknown. */
export function useAwaitedPlants() {
  const { awaited: answers, unread } = useAwaitedAnswers()
  const runs = useAwaitedRuns()
  const renewals = useAwaitedRenewals()
  const awaited = useMemo(() => [...answers, ...runs, ...renewals], [answers, runs, renewals])
  return { awaited, unreadAnswers: unread }
}
