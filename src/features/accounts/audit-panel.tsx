import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { type AccountSearch, pageParameter } from './accounts-search'
import { AuditTable } from './audit-table'
import { accountQueries } from '@/api/accounts'
import { describeError } from '@/api/error-messages'
import { codePart } from '@/lib/code-part'
import { countOf } from '@/lib/format-count'
import { serverNow } from '@/lib/server-clock'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { EmptyState } from '@/ui/empty-state'
import { ExportButtons } from '@/ui/export-buttons'
import { StaleNotice } from '@/ui/freshness'
import { Notice } from '@/ui/notice'
import { Pagination } from '@/ui/pagination'
import { Panel } from '@/ui/panel'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { useReadAt } from '@/ui/use-read-at'

const exportPart = codePart(() => import('./audit-export'))

const limit = 20

interface AuditPanelProps {
  userId: string
  username: string
  search: AccountSearch
  onSearchChange: (change: Partial<AccountSearch>) => void
}

/** Actions in a user's name, the latest first, in the API's pages. */
export function AuditPanel({ userId, username, search, onSearchChange }: AuditPanelProps) {
  const { page = 1 } = search
  const audit = useQuery({
    ...accountQueries.audit({ page, limit, userId }),
    // The controls keep the focus while the next page loads; its rows are not shown in its place.
    placeholderData: keepPreviousData,
    refetchInterval: useRefreshEveryMs(),
  })
  const { data, error, isPlaceholderData, isFetching, refetch } = audit
  const loaded = isPlaceholderData ? undefined : data
  const readAtMs = useReadAt(loaded ? audit.dataUpdatedAt : 0)
  async function table() {
    const exportedAtMs = serverNow()
    const { auditExport } = await exportPart.load()
    return auditExport({ username, page, read: loaded, readAtMs, exportedAtMs })
  }
  return (
    <Panel title="Audit log">
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
        {loaded && loaded.data.length > 0 ? <AuditTable entries={loaded.data} /> : null}
        {loaded && loaded.data.length + loaded.unreadableRows === 0 ? (
          <EmptyState title="No entries">
            {page > 1
              ? 'There are none on this page.'
              : 'The platform has recorded nothing for this user.'}
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
      </div>
    </Panel>
  )
}
