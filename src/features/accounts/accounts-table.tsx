import { Link } from '@tanstack/react-router'
import { AccountStateBadge } from './account-state'
import { CredentialUseOf } from './credential-use'
import type { Account } from '@/api/account-schemas'
import { roleLabel } from '@/domain/accounts/account-words'
import { isPathSegment } from '@/lib/path-segment'
import { isUnreadable } from '@/lib/unreadable'
import { RelativeTime } from '@/ui/relative-time'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { UntrustedText } from '@/ui/untrusted-text'

/** A page of accounts. */
export function AccountsTable({ accounts }: { accounts: readonly Account[] }) {
  return (
    <Table label="Accounts" isCards>
      <THead>
        <Tr>
          <Th>Username</Th>
          <Th>Role</Th>
          <Th>State</Th>
          <Th>Last password sign-in</Th>
          <Th>API credentials</Th>
        </Tr>
      </THead>
      <TBody>
        {accounts.map((account) => (
          <Row key={account.id} account={account} />
        ))}
      </TBody>
    </Table>
  )
}

function Row({ account }: { account: Account }) {
  const { role, lastSignInAt } = account
  return (
    <Tr>
      <Td isCardTitle className="md:max-w-80">
        <Username account={account} />
      </Td>
      <Td label="Role">
        <UntrustedText isCut fallback="Not given" isUnreadable={isUnreadable(account, 'role')}>
          {roleLabel(role)}
        </UntrustedText>
      </Td>
      <Td label="State">
        <AccountStateBadge account={account} />
      </Td>
      <Td label="Last password sign-in">
        <RelativeTime
          value={lastSignInAt}
          isUnreadable={isUnreadable(account, 'lastSignInAt')}
          className="tabular-nums"
        />
      </Td>
      <Td label="API credentials">
        <CredentialUseOf account={account} />
      </Td>
    </Tr>
  )
}

function Username({ account }: { account: Account }) {
  const { id, username } = account
  const name = (
    <UntrustedText
      isTruncated
      fallback="(no username)"
      isUnreadable={isUnreadable(account, 'username')}
    >
      {username}
    </UntrustedText>
  )
  // An ID that would change the path has no page.
  if (!isPathSegment(id)) return name
  return (
    <Link
      to="/accounts/$userId"
      params={{ userId: id }}
      className="block max-w-full truncate font-medium"
    >
      {name}
    </Link>
  )
}
