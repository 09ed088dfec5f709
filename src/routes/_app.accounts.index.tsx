import { createFileRoute } from '@tanstack/react-router'
import { searchChange } from './-search-change'
import { AccountsPage } from '@/features/accounts/accounts-page'
import { accountsSearchSchema } from '@/features/accounts/accounts-search'

export const Route = createFileRoute('/_app/accounts/')({
  validateSearch: accountsSearchSchema,
  component: Accounts,
})

function Accounts() {
  const navigate = Route.useNavigate()
  return (
    <AccountsPage
      search={Route.useSearch()}
      onSearchChange={searchChange(navigate)}
      onOpenAccount={(userId) => void navigate({ to: '/accounts/$userId', params: { userId } })}
    />
  )
}
