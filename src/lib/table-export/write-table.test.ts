import { setImmediate as nextTurn } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { ExportTable, TableRow } from './export-table'
import { loadTableWorker, workerClass } from './test-table-worker'
import { readXlsx } from './test-xlsx'
import { writeTable } from './write-table'
import { nextTask } from '@/lib/next-task'

beforeEach(() => vi.stubGlobal('location', { href: 'https://plants.example/' }))
afterEach(() => vi.unstubAllGlobals())

const rowCount = 1_234

function table(rows: Iterable<TableRow> = numbered()): ExportTable {
  const columns = [{ heading: 'N', kind: 'number' }] as const
  return { fileName: 't', title: 'T', columns, about: [], rows, rowCount }
}

function* numbered(): Generator<TableRow> {
  for (let n = 0; n < rowCount; n += 1) yield [n]
}

const unstopped = () => new AbortController().signal

describe.each(['in a worker', 'on the page'])('writeTable %s', (place) => {
  let started: { isTerminated: boolean }[] = []

  beforeEach(async () => {
    const Worker = workerClass(await loadTableWorker())
    started = Worker.started
    vi.stubGlobal('Worker', place === 'on the page' ? undefined : Worker)
  })
  // No worker may be left running, whatever happens.
  afterEach(() => expect(started.filter(({ isTerminated }) => !isTerminated)).toEqual([]))

  it('writes every row once, in order', async () => {
    const csv = await (await writeTable('csv', table(), { signal: unstopped() })).text()
    expect(csv.split('\r\n').slice(1)).toEqual(
      Array.from({ length: rowCount }, (_, n) => String(n)),
    )
    const [sheet] = await readXlsx(await writeTable('xlsx', table(), { signal: unstopped() }))
    expect(sheet?.rows.slice(1).map(([n]) => n)).toEqual(
      Array.from({ length: rowCount }, (_, n) => n),
    )
  })

  it('keeps rows that take long to build', async () => {
    const clock = vi.spyOn(performance, 'now')
    let nowMs = 0
    clock.mockImplementation(() => (nowMs += 100))
    const file = await writeTable('csv', table([[1], [2], [3]]), { signal: unstopped() })
    clock.mockRestore()
    expect(await file.text()).toBe('N\r\n1\r\n2\r\n3')
  })

  it('reports progress up to the last row', async () => {
    const counts: number[] = []
    const onProgress = (count: number) => void counts.push(count)
    await writeTable('csv', table(), { signal: unstopped(), onProgress })
    expect(counts[0]).toBe(0)
    expect(counts.at(-1)).toBe(rowCount)
    expect(counts).toEqual(counts.toSorted((a, b) => a - b))
    expect(counts.length).toBeGreaterThan(3)
  })

  it('stops when it is cancelled', async () => {
    const controller = new AbortController()
    const read = vi.fn<(n: number) => void>()
    function* endless(): Generator<TableRow> {
      for (let n = 0; ; n += 1) {
        read(n)
        yield [n]
      }
    }
    const onProgress = (count: number) => (count > 100 ? controller.abort() : undefined)
    const { signal } = controller
    await expect(writeTable('csv', table(endless()), { signal, onProgress })).rejects.toThrow(
      expect.objectContaining({ name: 'AbortError' }),
    )
    const calls = read.mock.calls.length
    // The page would go on in the next task, and the worker would reply in the next turn.
    await Promise.all([nextTask(), nextTurn()])
    await Promise.all([nextTask(), nextTurn()])
    expect(read).toHaveBeenCalledTimes(calls)
  })

  it('does nothing when it is already cancelled', async () => {
    const rows = vi.fn<() => Iterator<TableRow>>()
    const cancelled = writeTable('csv', table({ [Symbol.iterator]: rows }), {
      signal: AbortSignal.abort(),
    })
    await expect(cancelled).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
    expect(rows).not.toHaveBeenCalled()
  })

  it('rejects with the error that the rows threw', async () => {
    function* broken(): Generator<TableRow> {
      yield* numbered()
      throw new Error('A row is missing.')
    }
    await expect(writeTable('csv', table(broken()), { signal: unstopped() })).rejects.toThrow(
      'A row is missing.',
    )
  })
})
