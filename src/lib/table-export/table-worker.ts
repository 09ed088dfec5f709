/** Worker that writes a table to a file; replies to every message. */
import type { ExportFormat, TableHead, TableRow, TableWriter } from './export-table'
import { tableWriter } from './table-writer'

/** Messages to the worker, in this order: one `start`, any number of `rows`, one `finish`. */
export type ToTableWorker =
  | { kind: 'start'; format: ExportFormat; head: TableHead }
  | { kind: 'rows'; rows: readonly TableRow[] }
  | { kind: 'finish' }

/** Messages of the worker, one for each that it receives. */
export type FromTableWorker =
  | { kind: 'done' }
  | { kind: 'file'; file: Blob }
  | { kind: 'failed'; message: string }

let writer: TableWriter | undefined

addEventListener('message', ({ data }: MessageEvent<ToTableWorker>) => postMessage(handle(data)))

function handle(message: ToTableWorker): FromTableWorker {
  try {
    if (message.kind === 'start') writer = tableWriter(message.format, message.head)
    if (message.kind === 'rows') writer?.add(message.rows)
    return message.kind === 'finish' && writer !== undefined
      ? { kind: 'file', file: writer.finish() }
      : { kind: 'done' }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}
