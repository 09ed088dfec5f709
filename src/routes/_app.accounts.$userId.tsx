import { createFileRoute } from '@tanstack/react-router'
import { searchChange } from './-search-change'
import { AccountPage } from '@/features/accounts/account-page'
import { accountSearchSchema } from '@/features/accounts/accounts-search'

export const Route = createFileRoute('/_app/accounts/$userId')({
  validateSearch: accountSearchSchema,
  component: Account,
})

function Account() {
  const { userId } = Route.useParams()
  const navigate = Route.useNavigate()
  return (
    <AccountPage
      key={userId}
      userId={userId}
      search={Route.useSearch()}
      onSearchChange={searchChange(navigate)}
    />
  )
}
