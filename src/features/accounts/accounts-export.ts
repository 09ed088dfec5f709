import type { Account } from '@/api/account-schemas'
import type { EveryAccount } from '@/api/accounts'
import { accountStateMeaning, roleLabel } from '@/domain/accounts/account-words'
import { datedName } from '@/lib/file-name'
import { formatCount } from '@/lib/format-count'
import {
  type CellColumn,
  cellsOf,
  headsOf,
  numberColumn,
  textColumn,
  timeColumn,
} from '@/lib/table-export/cell-columns'
import {
  type ExportTable,
  type TableCell,
  extentLines,
  instantCell,
  memberCell,
  timeCell,
  unreadableCell,
} from '@/lib/table-export/export-table'
import { isUnreadable } from '@/lib/unreadable'

interface AccountsExport {
  read: EveryAccount
  /** The accounts that match the search, in their order. */
  found: readonly Account[]
  /** Text of the search. */
  text: string
  readAtMs: number
  exportedAtMs: number
}

const columns: CellColumn<Account>[] = [
  textColumn('Username', (account) => memberCell(account, 'username')),
  textColumn('Role', (account) =>
    isUnreadable(account, 'role') ? unreadableCell : roleLabel(account.role),
  ),
  textColumn('State', (account) =>
    isUnreadable(account, 'state') ? unreadableCell : accountStateMeaning(account).label,
  ),
  timeColumn('Last password sign-in', (account) => instantCell(account, 'lastSignInAt')),
  textColumn('Client Username', (account) =>
    credentialsCell(account, ({ clientUsername }) => clientUsername),
  ),
  timeColumn('API credentials issued', (account) =>
    credentialsCell(account, ({ issuedAt }) => timeCell(issuedAt)),
  ),
  timeColumn('API credentials last used', (account) =>
    credentialsCell(account, ({ lastUsedAt }) => timeCell(lastUsedAt)),
  ),
  numberColumn('Calls today', (account) =>
    credentialsCell(account, ({ callsToday }) => callsToday),
  ),
  timeColumn('Created', (account) => instantCell(account, 'createdAt')),
  textColumn('Organization ID', (account) => memberCell(account, 'organizationId')),
  textColumn('ID', (account) => memberCell(account, 'id')),
]

function credentialsCell(
  account: Account,
  cell: (credentials: NonNullable<Account['apiCredentials']>) => TableCell,
): TableCell {
  if (isUnreadable(account, 'apiCredentials')) return unreadableCell
  return account.apiCredentials ? cell(account.apiCredentials) : null
}

/** Returns all accounts that match the search, in the words of the screen. */
export function accountsExport(given: AccountsExport): ExportTable {
  const { read, found, text, readAtMs, exportedAtMs } = given
  const { accounts, unreadableRows, total = null } = read
  const lost = { label: 'Couldn’t be read', text: `${formatCount(unreadableRows)} more` }
  return {
    fileName: datedName('accounts', exportedAtMs),
    title: 'Accounts',
    columns: headsOf(columns),
    about: [
      ...extentLines({
        filter: text.trim() === '' ? '' : `Contains: ${text.trim()}`,
        noun: 'accounts',
        shown: found.length,
        total,
        readAtMs,
        exportedAtMs,
      }),
      ...(read.hasMore
        ? [{ label: 'Read', text: `Only the first ${formatCount(accounts.length)} accounts` }]
        : []),
      ...(unreadableRows > 0 ? [lost] : []),
    ],
    rows: found.map((account) => cellsOf(columns, account)),
    rowCount: found.length,
  }
}
