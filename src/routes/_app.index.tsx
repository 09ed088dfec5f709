import { createFileRoute } from '@tanstack/react-router'
import { useMemo } from 'react'
import { searchChange } from './-search-change'
import { useAwaitedRenewals } from '@/features/certificates/use-awaited-renewals'
import { useAwaitedAnswers } from '@/features/commands/use-awaited-answers'
import { OverviewPage } from '@/features/overview/overview-page'
import { overviewSearchSchema } from '@/features/overview/overview-search'

export const Route = createFileRoute('/_app/')({
  validateSearch: overviewSearchSchema,
  component: Overview,
})

function Overview() {
  const navigate = Route.useNavigate()
  const { awaited: answers, unread } = useAwaitedAnswers()
  const renewals = useAwaitedRenewals()
  const awaited = useMemo(() => [...answers, ...renewals], [answers, renewals])
  return (
    <OverviewPage
      search={Route.useSearch()}
      onSearchChange={searchChange(navigate)}
      awaited={awaited}
      unreadAnswers={unread}
    />
  )
}
