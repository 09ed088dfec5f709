import { useMemo } from 'react'
import { useAwaitedRenewals } from '@/features/certificates/use-awaited-renewals'
import { useAwaitedAnswers } from '@/features/commands/use-awaited-answers'
import { useAwaitedRuns } from '@/features/runs/use-awaited-runs'

/** Returns what this browser waits for, and how many plants and runs are left out because they weren't read. */
export function useAwaitedPlants() {
  const { awaited: answers, unread } = useAwaitedAnswers()
  const { awaited: runs, unreadRuns } = useAwaitedRuns()
  const renewals = useAwaitedRenewals()
  const awaited = useMemo(() => [...answers, ...runs, ...renewals], [answers, runs, renewals])
  return { awaited, unreadAnswers: unread, unreadRuns }
}
