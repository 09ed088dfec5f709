import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { CommandHistoryProps } from './command-history-props'
import { HistoryBody } from './history-body'
import { HistorySkeleton } from './history-skeleton'
import { commandQueries } from '@/api/commands'
import { describeError } from '@/api/error-messages'
import { QueryErrorPanel } from '@/plant-ui/query-error-panel'
import { Freshness, StaleNotice } from '@/ui/freshness'
import { Pagination } from '@/ui/pagination'
import { Panel } from '@/ui/panel'
import { useRefreshEveryMs } from '@/ui/use-preference'
import { useReadAt } from '@/ui/use-read-at'

const limit = 50

/** The plant's recorded commands, in the API's pages. */
export function CommandHistory(props: CommandHistoryProps) {
  // Another plant's rows must not stay while the first page loads.
  return <History key={props.plantId} {...props} />
}

function History(props: CommandHistoryProps) {
  const { plantId, search, onSearchChange } = props
  const refreshEveryMs = useRefreshEveryMs()
  const { page = 1 } = search
  const history = useQuery({
    ...commandQueries.page(plantId, page),
    // The controls keep the focus while the next page loads; its rows are not shown in its place.
    placeholderData: keepPreviousData,
    refetchInterval: refreshEveryMs,
  })
  const { data, error, isPlaceholderData, isFetching, refetch } = history
  const loaded = isPlaceholderData ? undefined : data
  const readAtMs = useReadAt(loaded ? history.dataUpdatedAt : 0)
  const isEmpty = data?.meta.total === 0 || (page === 1 && data?.data.length === 0)
  return (
    <Panel title="History">
      <div className="flex flex-col gap-3 p-4 max-md:p-3">
        <StaleNotice
          updatedAtMs={readAtMs}
          failure={error && loaded ? describeError(error).title : undefined}
        />
        {loaded ? <HistoryBody {...props} page={loaded} readAtMs={readAtMs} /> : null}
        {!loaded && error ? (
          <QueryErrorPanel
            title="Couldn’t load the command history"
            error={error}
            onRetry={refetch}
            isRetrying={isFetching}
          />
        ) : null}
        {!loaded && !error ? <HistorySkeleton /> : null}
        <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
          <Freshness updatedAtMs={readAtMs} />
          {data && !isEmpty ? (
            <Pagination
              noun="command"
              reach={data.meta}
              rows={data.data.length + data.unreadableRows}
              page={page}
              limit={limit}
              onChange={(change) => onSearchChange({ page: pageParam(change.page) })}
            />
          ) : null}
        </div>
      </div>
    </Panel>
  )
}

/** The first page is not in the URL. */
const pageParam = (page: number) => (page > 1 ? page : undefined)
