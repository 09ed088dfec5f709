import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { type AccountSearch, pageParameter } from './accounts-search'
import { AuditPartChoice } from './audit-part-choice'
import { AuditTable } from './audit-table'
import { useSubjectNames } from './use-subject-names'
import type { AuditEntry } from '@/api/account-schemas'
import { accountQueries } from '@/api/accounts'
import { describeError } from '@/api/error-messages'
import {
  type AuditPart,
  auditParts,
  logExtent,
  namesAreLatest,
  notInLog,
} from '@/domain/accounts/audit-words'
import { codePart } from '@/lib/code-part'
import { countOf } from '@/lib/format-count'
import { secondMs } from '@/lib/instants'
import { serverNow } from '@/lib/server-clock'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { EmptyState } from '@/ui/empty-state'
import { ExportButtons } from '@/ui/export-buttons'
import { Freshness, StaleNotice } from '@/ui/freshness'
import { Notice } from '@/ui/notice'
import { Pagination } from '@/ui/pagination'
import { Panel } from '@/ui/panel'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { useReadAt } from '@/ui/use-read-at'

const exportPart = codePart(() => import('./audit-export'))

const limit = 20
const noEntries: readonly AuditEntry[] = []
/** Readings this close together count as one: both were asked for at once. */
const togetherMs = 2 * secondMs

interface AuditPanelProps {
  userId: string
  username: string
  /** Time of the latest reading of the account, device's clock (Unix ms). */
  accountReadAtMs: number
  search: AccountSearch
  onSearchChange: (change: Partial<AccountSearch>) => void
}

/** A user's audit log: the user's own actions, or those done to the user, the latest first, in the API's pages. */
export function AuditPanel(props: AuditPanelProps) {
  const { userId, username, accountReadAtMs, search, onSearchChange } = props
  const { page = 1, audit: part = 'by-user' } = search
  const audit = useQuery({
    ...accountQueries.audit({ page, limit, ...asked(part, userId) }),
    // The controls keep the focus while the next page of the same log loads; its rows are not shown in its place.
    placeholderData: (previous, query) =>
      subjectOf(query?.queryKey[2]) === subjectOf(asked(part, userId)) ? previous : undefined,
    refetchInterval: useRefreshEveryMs(),
  })
  const { data, error, isPlaceholderData, isFetching, refetch } = audit
  const loaded = isPlaceholderData ? undefined : data
  const readAtMs = useReadAt(loaded ? audit.dataUpdatedAt : 0)
  const newerAtMs =
    loaded && audit.dataUpdatedAt + togetherMs < accountReadAtMs ? accountReadAtMs : undefined
  useEffect(() => {
    // A dialog reads the account again: the log beside it must not be older.
    if (newerAtMs !== undefined) void refetch({ cancelRefetch: false })
  }, [newerAtMs, refetch])
  const nameOf = useSubjectNames(loaded?.data ?? noEntries)
  async function table() {
    const exportedAtMs = serverNow()
    const { auditExport } = await exportPart.load()
    return auditExport({ username, part, page, read: loaded, nameOf, readAtMs, exportedAtMs })
  }
  return (
    <Panel
      title="Audit log"
      actions={<AuditPartChoice part={part} onChange={(next) => onSearchChange(address(next))} />}
    >
      <div className="flex flex-col gap-3 p-4 max-md:p-3">
        <StaleNotice
          updatedAtMs={readAtMs}
          failure={error && loaded ? describeError(error).title : undefined}
        />
        {loaded && loaded.unreadableRows > 0 ? (
          <Notice tone="warn">
            <p>{countOf(loaded.unreadableRows, 'more entry', 'more entries')} couldn’t be read.</p>
          </Notice>
        ) : null}
        {loaded && loaded.data.length > 0 ? (
          <AuditTable {...{ part, nameOf }} entries={loaded.data} />
        ) : null}
        {loaded && loaded.data.length + loaded.unreadableRows === 0 ? (
          <EmptyState title="No entries">
            {page > 1 ? 'There are none on this page.' : auditParts[part].empty}
          </EmptyState>
        ) : null}
        {!loaded && error ? (
          <QueryErrorPanel
            title="Couldn’t load the audit log"
            error={error}
            onRetry={refetch}
            isRetrying={isFetching}
          />
        ) : null}
        {!loaded && !error ? (
          <SkeletonGroup label="Loading the audit log">
            <Skeleton className="h-40 w-full" />
          </SkeletonGroup>
        ) : null}
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          {loaded && loaded.data.length > 0 ? <ExportButtons table={table} /> : <span />}
          {data && (data.data.length > 0 || page > 1) ? (
            <Pagination
              noun="entry"
              reach={data.meta}
              rows={data.data.length + data.unreadableRows}
              page={page}
              limit={limit}
              onChange={(change) => onSearchChange({ page: pageParameter(change.page) })}
            />
          ) : null}
        </div>
        {loaded && loaded.data.length > 0 ? (
          <p className="text-xs text-muted">
            {logExtent} {notInLog} are not recorded.
            {part === 'by-user' ? ` ${namesAreLatest}` : null}
          </p>
        ) : null}
        <Freshness updatedAtMs={readAtMs} />
      </div>
    </Panel>
  )
}

interface Asked {
  userId?: string
  subjectId?: string
}

const asked = (part: AuditPart, userId: string): Asked =>
  part === 'by-user' ? { userId } : { subjectId: userId }

/** Returns whom a part of the log is about, as a key. */
const subjectOf = ({ userId, subjectId }: Asked = {}) => JSON.stringify([userId, subjectId])

/** Returns the search parameters of the first page of a part. */
function address(part: AuditPart): AccountSearch {
  return { audit: part === 'by-user' ? undefined : part, page: undefined }
}
