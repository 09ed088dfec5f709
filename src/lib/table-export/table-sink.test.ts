import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openSink } from './table-sink'
import type { FromTableWorker } from './table-worker'
import { loadTableWorker, workerClass } from './test-table-worker'

const head = { title: 'T', columns: [{ heading: 'A', kind: 'text' }], about: [] } as const
const written = 'A\r\nx\r\ny'

beforeEach(() => vi.stubGlobal('location', { href: 'https://plants.example/' }))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

async function writeTwoRows() {
  const sink = await openSink('csv', head)
  await sink.add([['x']])
  await sink.add([['y']])
  const text = await (await sink.finish()).text()
  sink.stop()
  return text
}

describe('in a worker', () => {
  it('writes a file, and ends the worker', async () => {
    const Worker = workerClass(await loadTableWorker())
    vi.stubGlobal('Worker', Worker)
    expect(await writeTwoRows()).toBe(written)
    expect(Worker.started).toMatchObject([{ isTerminated: true }])
  })

  it('rejects with the reason that the worker sent', async () => {
    const work = vi.fn<() => FromTableWorker>(() => ({ kind: 'failed', message: 'Too long.' }))
    vi.stubGlobal('Worker', workerClass(work.mockReturnValueOnce({ kind: 'done' })))
    const sink = await openSink('csv', head)
    await expect(sink.add([['x']])).rejects.toThrow('Too long.')
  })

  it('rejects when the worker stops in the middle', async () => {
    class Stopping extends workerClass(() => ({ kind: 'done' })) {
      override receive(message: Parameters<InstanceType<typeof Stopping>['postMessage']>[0]): void {
        if (message.kind === 'start') super.receive(message)
        else this.dispatchEvent(new Event('error'))
      }
    }
    vi.stubGlobal('Worker', Stopping)
    const sink = await openSink('csv', head)
    await expect(sink.add([['x']])).rejects.toThrow('The worker stopped.')
  })
})

describe('on the page', () => {
  it('writes the file when the browser forbids workers', async () => {
    vi.stubGlobal('Worker', undefined)
    expect(await writeTwoRows()).toBe(written)
  })

  it('writes the file when the worker’s file can’t be loaded', async () => {
    class Missing extends workerClass(() => ({ kind: 'done' })) {
      override receive(): void {
        this.dispatchEvent(new Event('error'))
      }
    }
    vi.stubGlobal('Worker', Missing)
    expect(await writeTwoRows()).toBe(written)
    expect(Missing.started).toMatchObject([{ isTerminated: true }])
  })

  it('writes the file when the worker is still loading after 20 s', async () => {
    class Silent extends workerClass(() => ({ kind: 'done' })) {
      override receive(): void {
        // Its file never arrives.
      }
    }
    vi.stubGlobal('Worker', Silent)
    vi.useFakeTimers({ toFake: ['setTimeout'] })
    const opening = openSink('csv', head)
    await vi.advanceTimersByTimeAsync(20_000)
    const sink = await opening
    expect(Silent.started).toMatchObject([{ isTerminated: true }])
    expect(await (await sink.finish()).text()).toBe('A')
  })
})
