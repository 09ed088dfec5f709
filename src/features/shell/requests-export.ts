import type { RecordedCall } from '@/api/transcript'
import { outcomeText } from '@/domain/transcript/call-outcome'
import { curlLine } from '@/domain/transcript/curl-line'
import { datedName } from '@/lib/file-name'
import {
  type CellColumn,
  cellsOf,
  headsOf,
  numberColumn,
  textColumn,
  timeColumn,
} from '@/lib/table-export/cell-columns'
import { type ExportTable, extentLines } from '@/lib/table-export/export-table'

const columns: readonly CellColumn<RecordedCall>[] = [
  timeColumn('Time', ({ sentAtMs }) => sentAtMs),
  textColumn('Operation', ({ operation }) => operation),
  textColumn('Method', ({ method }) => method),
  textColumn('Address', ({ url }) => url),
  textColumn('Status', outcomeText),
  textColumn('Error code', ({ code }) => code),
  numberColumn('Duration (ms)', ({ durationMs }) => Math.round(durationMs)),
  textColumn('Request ID', ({ requestId }) => requestId),
  textColumn('curl', curlLine),
]

interface RequestsExport {
  /** The calls that are shown, the latest first. */
  calls: readonly RecordedCall[]
  total: number
  isErrorsOnly: boolean
  /** Unix ms. */
  exportedAtMs: number
}

/** Returns the recorded calls as a table for a file. */
export function requestsExport(given: RequestsExport): ExportTable {
  const { calls, total, isErrorsOnly, exportedAtMs } = given
  return {
    fileName: datedName('requests', exportedAtMs),
    title: 'Recent requests',
    columns: headsOf(columns),
    about: extentLines({
      filter: isErrorsOnly ? 'Errors only' : '',
      noun: 'requests',
      shown: calls.length,
      total,
      readAtMs: calls[0]?.sentAtMs ?? exportedAtMs,
      exportedAtMs,
    }),
    rows: calls.map((call) => cellsOf(columns, call)),
    rowCount: calls.length,
  }
}
