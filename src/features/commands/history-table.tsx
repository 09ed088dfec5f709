import { HistoryEntry, type HistoryEntryProps } from './history-entry'
import type { HistoryRow } from '@/domain/commands/history-rows'
import { TBody, THead, Table, Th, Tr } from '@/ui/table'

interface HistoryTableProps extends Omit<HistoryEntryProps, 'row' | 'hasTargets'> {
  /** The rows to show, after the filter. */
  rows: readonly HistoryRow[]
}

/** The commands of a page of the history; each row opens to show everything about it. */
export function HistoryTable({ rows, loaded, editRefusal, onEdit }: HistoryTableProps) {
  const hasTargets = loaded.some(({ target }) => target !== undefined)
  return (
    <Table label="Command history" isCards>
      <THead>
        <Tr>
          <Th>Time</Th>
          <Th>Command</Th>
          {hasTargets ? <Th>Target</Th> : null}
          <Th>Payload</Th>
          <Th>Status</Th>
          <Th isNumeric>Round trip</Th>
          <Th>Sender</Th>
          <Th>
            <span className="sr-only">Edit</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {rows.map((row, at) => (
          <HistoryEntry
            // By ID, so that an open row stays open when commands arrive above it; a server may repeat an ID.
            key={`${row.command.id} ${timesBefore(rows, at)}`}
            row={row}
            loaded={loaded}
            hasTargets={hasTargets}
            editRefusal={editRefusal}
            onEdit={onEdit}
          />
        ))}
      </TBody>
    </Table>
  )
}

function timesBefore(rows: readonly HistoryRow[], at: number): number {
  const id = rows[at]?.command.id
  return rows.slice(0, at).filter(({ command }) => command.id === id).length
}
