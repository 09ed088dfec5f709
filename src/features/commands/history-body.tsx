import { FilterX, SquareTerminal } from 'lucide-react'
import { useMemo } from 'react'
import type { CommandHistoryProps } from './command-history-props'
import { noFilter } from './commands-search'
import { HistoryFilter } from './history-filter'
import { HistoryTable } from './history-table'
import type { CommandPage } from '@/api/commands'
import { useDeployment } from '@/api/session/session-context'
import { filterRows, historyRows, isFiltering } from '@/domain/commands/history-rows'
import { codePart } from '@/lib/code-part'
import { countOf, formatCount } from '@/lib/format-count'
import { serverNow } from '@/lib/server-clock'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { ExportButtons } from '@/ui/export-buttons'
import { Notice } from '@/ui/notice'

const exportPart = codePart(() => import('./history-export'))

interface HistoryBodyProps extends CommandHistoryProps {
  page: CommandPage
  readAtMs: number
}

/** A loaded page of the history: its filter, its rows and their export. */
export function HistoryBody(props: HistoryBodyProps) {
  const { plant, page, readAtMs, search, onSearchChange, ownIds, waitMs } = props
  const { commandTargetKey: targetKey } = useDeployment().config
  const { data, unreadableRows, meta } = page
  const loaded = useMemo(
    () => historyRows(data, { readAtMs, waitMs, targetKey, ownIds }),
    [data, readAtMs, waitMs, targetKey, ownIds],
  )
  if (data.length === 0) return <NoRows {...props} />
  const rows = filterRows(loaded, search)
  const of = meta.total === undefined ? '' : ` of ${formatCount(meta.total)}`
  const extent = `the ${formatCount(loaded.length)} loaded${of}`
  async function table() {
    const exportedAtMs = serverNow()
    const { historyExport } = await exportPart.load()
    const times = { readAtMs, exportedAtMs, waitMs }
    return historyExport({
      plant,
      rows,
      page,
      hasTarget: targetKey !== null,
      search,
      times,
    })
  }
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <p role="status" className="text-muted tabular-nums">
          {isFiltering(search)
            ? `${formatCount(rows.length)} shown · filters ${extent}`
            : `${formatCount(loaded.length)} loaded${of}`}
          {meta.total === undefined ? ', total unknown' : ''}
        </p>
        <HistoryFilter rows={loaded} search={search} onSearchChange={onSearchChange} />
      </div>
      {unreadableRows > 0 ? (
        <Notice tone="warn">
          <p>{countOf(unreadableRows, 'more command')} on this page couldn’t be read.</p>
        </Notice>
      ) : null}
      {rows.length === 0 ? (
        <EmptyState
          icon={FilterX}
          title="No commands match the filter"
          action={<Button onClick={() => onSearchChange(noFilter)}>Clear filter</Button>}
        >
          It covers only {extent} commands.
        </EmptyState>
      ) : (
        <>
          <HistoryTable
            rows={rows}
            loaded={loaded}
            editRefusal={props.editRefusal}
            onEdit={props.onEdit}
          />
          <ExportButtons table={table} />
        </>
      )}
      <p className="text-xs text-muted">
        The API doesn’t name the sender of a command. Only commands sent from this browser are
        marked; those of other users and browsers can’t be distinguished.
      </p>
    </>
  )
}

/** A page without a readable row has different causes. */
function NoRows({ page: { unreadableRows, meta }, search, onSearchChange }: HistoryBodyProps) {
  const { page: number = 1 } = search
  const toFirst = <Button onClick={() => onSearchChange({ page: undefined })}>First page</Button>
  if (unreadableRows > 0) {
    return (
      <EmptyState
        icon={SquareTerminal}
        title={`Couldn’t read the ${countOf(unreadableRows, 'command')} on this page`}
        action={number > 1 ? toFirst : undefined}
      >
        The server sent them without a readable ID.
      </EmptyState>
    )
  }
  if (number > 1) {
    return (
      <EmptyState
        icon={SquareTerminal}
        title={`No commands on page ${formatCount(number)}`}
        action={toFirst}
      />
    )
  }
  return (
    <EmptyState icon={SquareTerminal} title="No commands yet">
      {meta.total
        ? `The server counts ${countOf(meta.total, 'command')}, but sent none.`
        : 'Commands sent to this plant appear here.'}
    </EmptyState>
  )
}
