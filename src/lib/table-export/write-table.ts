import type { ExportFormat, ExportTable, TableRow } from './export-table'
import { openSink } from './table-sink'
import type { TableSink } from './table-sink'

interface Progress {
  signal: AbortSignal
  onProgress?: (rowCount: number) => void
}

/** Time for building rows before the page gets a turn: half a frame. */
const sliceMs = 8

/** Writes a table to a file, in a worker or on the page. Rejects with the signal's reason or what went wrong. */
export async function writeTable(
  format: ExportFormat,
  { rows, title, columns, about }: ExportTable,
  progress: Progress,
): Promise<Blob> {
  const { signal } = progress
  signal.throwIfAborted()
  const aborted = new Promise<never>((_resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true })
  })
  const opening = openSink(format, { title, columns, about })
  try {
    return await Promise.race([aborted, opening.then((sink) => feed(sink, rows, progress))])
  } finally {
    opening.then(
      (sink) => sink.stop(),
      () => undefined,
    )
  }
}

async function feed(
  sink: TableSink,
  rows: Iterable<TableRow>,
  { signal, onProgress }: Progress,
): Promise<Blob> {
  const iterator = rows[Symbol.iterator]()
  let written = Promise.resolve()
  let rowCount = 0
  for (;;) {
    const slice = nextSlice(iterator, sink.sliceRows)
    await written
    onProgress?.(rowCount)
    signal.throwIfAborted()
    if (slice.length === 0) return sink.finish()
    written = sink.add(slice)
    // Awaited only after the next slice, whose rows may throw.
    written.catch(() => undefined)
    rowCount += slice.length
  }
}

function nextSlice(rows: Iterator<TableRow>, maxRows: number): TableRow[] {
  const slice: TableRow[] = []
  const untilMs = performance.now() + sliceMs
  do {
    const next = rows.next()
    if (next.done === true) break
    slice.push(next.value)
  } while (slice.length < maxRows && performance.now() < untilMs)
  return slice
}
