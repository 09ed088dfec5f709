import { SearchX, Users } from 'lucide-react'
import { useMemo } from 'react'
import { type AccountsSearch, pageParameter } from './accounts-search'
import { AccountsTable } from './accounts-table'
import type { EveryAccount } from '@/api/accounts'
import { describeCoverage, findAccounts } from '@/domain/accounts/account-list'
import { codePart } from '@/lib/code-part'
import { countOf } from '@/lib/format-count'
import { serverNow } from '@/lib/server-clock'
import { textOfParameter } from '@/lib/text-parameter'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ExportButtons } from '@/ui/export-buttons'
import { Pagination } from '@/ui/pagination'
import { TextField } from '@/ui/text-field'
import { UntrustedText } from '@/ui/untrusted-text'

const exportPart = codePart(() => import('./accounts-export'))

/** Rows drawn at a time. */
const limit = 50

interface AccountsListProps {
  read: EveryAccount
  readAtMs: number
  search: AccountsSearch
  onSearchChange: (change: Partial<AccountsSearch>, isReplacing?: boolean) => void
}

/** The accounts that were read: their search, a page of rows, and their export. */
export function AccountsList({ read, readAtMs, search, onSearchChange }: AccountsListProps) {
  const text = textOfParameter(search.q)
  const found = useMemo(() => findAccounts(read.accounts, text), [read.accounts, text])
  const totalPages = Math.max(1, Math.ceil(found.length / limit))
  // A page of an earlier, longer list is not an empty one.
  const page = Math.min(search.page ?? 1, totalPages)
  const shown = found.slice((page - 1) * limit, page * limit)
  const coverage = describeCoverage(read)
  if (read.accounts.length === 0) return <NoAccounts unreadableRows={read.unreadableRows} />
  async function table() {
    const exportedAtMs = serverNow()
    const { accountsExport } = await exportPart.load()
    return accountsExport({ read, found, text, readAtMs, exportedAtMs })
  }
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <TextField
          label="Search accounts"
          type="search"
          className="w-72 max-md:w-full"
          placeholder="Username, role or state"
          maxLength={200}
          autoComplete="off"
          spellCheck={false}
          value={text}
          onChange={({ target }) =>
            onSearchChange({ q: target.value || undefined, page: undefined }, true)
          }
        />
        <p role="status" className="text-muted tabular-nums">
          {text.trim() === ''
            ? coverage
            : `${countOf(found.length, 'match', 'matches')} · searches ${lowerFirst(coverage)}`}
        </p>
      </div>
      {found.length > 0 ? (
        <>
          <AccountsTable accounts={shown} />
          <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
            <ExportButtons table={table} />
            {totalPages > 1 ? (
              <Pagination
                noun="account"
                reach={{ total: found.length, totalPages, hasNext: page < totalPages }}
                rows={shown.length}
                page={page}
                limit={limit}
                onChange={(change) => onSearchChange({ page: pageParameter(change.page) })}
              />
            ) : null}
          </div>
        </>
      ) : (
        <NoMatch text={text} onClear={() => onSearchChange({ q: undefined, page: undefined })} />
      )}
    </>
  )
}

function NoAccounts({ unreadableRows }: { unreadableRows: number }) {
  return unreadableRows > 0 ? (
    <EmptyState icon={Users} title="No account could be read">
      The platform lists {countOf(unreadableRows, 'account')} in a form that Plantdeck can’t read.
    </EmptyState>
  ) : (
    <EmptyState icon={Users} title="No accounts">
      The platform lists none for this organization. Create one with New account.
    </EmptyState>
  )
}

function NoMatch({ text, onClear }: { text: string; onClear: () => void }) {
  return (
    <EmptyState
      icon={SearchX}
      title="No account matches"
      action={<Button onClick={onClear}>Clear search</Button>}
    >
      Nothing contains “<UntrustedText isCut>{text}</UntrustedText>”.
    </EmptyState>
  )
}

const lowerFirst = (text: string) => text.charAt(0).toLowerCase() + text.slice(1)
