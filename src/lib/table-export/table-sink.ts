import type { ExportFormat, TableHead, TableRow } from './export-table'
import type { FromTableWorker, ToTableWorker } from './table-worker'
// oxlint-disable-next-line import/default -- the bundler makes the export
import workerUrl from './table-worker?worker&url'
import { codePart } from '@/lib/code-part'
import { secondMs } from '@/lib/instants'
import { nextTask } from '@/lib/next-task'
import { WorkerNotAllowedError, startOwnWorker } from '@/lib/own-worker'

/** Takes rows slice by slice and returns the file. */
export interface TableSink {
  sliceRows: number
  add: (rows: readonly TableRow[]) => Promise<void>
  finish: () => Promise<Blob>
  stop: () => void
}

/** The browser itself never gives up loading a worker. */
const startWithinMs = 20 * secondMs
/** Sending a slice to the worker, or writing it, takes about 5 ms on the page. */
const [workerSliceRows, pageSliceRows] = [500, 100]

const writerPart = codePart(() => import('./table-writer'))

/** Opens a sink in a worker, or on the page when none can start. Throws `MissingCodeError`. */
export async function openSink(format: ExportFormat, head: TableHead): Promise<TableSink> {
  return (await workerSink(format, head)) ?? pageSink(format, head)
}

async function workerSink(format: ExportFormat, head: TableHead): Promise<TableSink | undefined> {
  const worker = startIfAllowed()
  if (worker === undefined) return undefined
  const ask = questioner(worker)
  const sink: TableSink = {
    sliceRows: workerSliceRows,
    add: async (rows) => void (await ask({ kind: 'rows', rows })),
    finish: async () => {
      const reply = await ask({ kind: 'finish' })
      if (reply.kind !== 'file') throw new Error('The worker sent no file.')
      return reply.file
    },
    stop: () => worker.terminate(),
  }
  const hasStarted = await Promise.race([
    ask({ kind: 'start', format, head }).then(
      () => true,
      () => false,
    ),
    new Promise<false>((resolve) => setTimeout(resolve, startWithinMs, false)),
  ])
  if (hasStarted) return sink
  worker.terminate()
  return undefined
}

function startIfAllowed(): Worker | undefined {
  try {
    return startOwnWorker(workerUrl)
  } catch (error) {
    if (error instanceof WorkerNotAllowedError) return undefined
    throw error
  }
}

interface Asked {
  resolve: (reply: FromTableWorker) => void
  reject: (error: Error) => void
}

function questioner(worker: Worker): (message: ToTableWorker) => Promise<FromTableWorker> {
  const waiting: Asked[] = []
  const failAll = () => {
    for (const { reject } of waiting.splice(0)) reject(new Error('The worker stopped.'))
  }
  worker.addEventListener('message', ({ data }: MessageEvent<FromTableWorker>) => {
    const asked = waiting.shift()
    if (data.kind === 'failed') asked?.reject(new Error(data.message))
    else asked?.resolve(data)
  })
  worker.addEventListener('error', failAll)
  worker.addEventListener('messageerror', failAll)
  return (message) =>
    new Promise((resolve, reject) => {
      waiting.push({ resolve, reject })
      // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker, not a window
      worker.postMessage(message)
    })
}

async function pageSink(format: ExportFormat, head: TableHead): Promise<TableSink> {
  const { tableWriter } = await writerPart.load()
  const writer = tableWriter(format, head)
  return {
    sliceRows: pageSliceRows,
    add: async (rows) => {
      writer.add(rows)
      await nextTask()
    },
    finish: async () => writer.finish(),
    stop: () => undefined,
  }
}
