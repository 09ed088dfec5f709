import { vi } from 'vitest'
import type { FromTableWorker, ToTableWorker } from './table-worker'
import { codePart } from '@/lib/code-part'

/** Loads the worker's own code on this thread, and returns a function that sends it a message. */
export async function loadTableWorker(): Promise<(message: ToTableWorker) => FromTableWorker> {
  const listeners: ((event: { data: unknown }) => void)[] = []
  const replies: FromTableWorker[] = []
  vi.stubGlobal('addEventListener', (_kind: string, listener: (typeof listeners)[number]) =>
    listeners.push(listener),
  )
  vi.stubGlobal('postMessage', (reply: FromTableWorker) => replies.push(reply))
  vi.resetModules()
  await codePart(() => import('./table-worker')).load()
  return (message) => {
    listeners[0]?.({ data: structuredClone(message) })
    const reply = replies.pop()
    if (reply === undefined) throw new Error('The worker did not reply.')
    return reply
  }
}

/** Replaces a browser's Worker: replies later, with the worker's own code. */
export function workerClass(handle: (message: ToTableWorker) => FromTableWorker) {
  return class extends EventTarget {
    static readonly started: { isTerminated: boolean }[] = []
    isTerminated = false

    constructor() {
      super()
      new.target.started.push(this)
    }

    postMessage(message: ToTableWorker): void {
      setImmediate(() => {
        if (!this.isTerminated) this.receive(message)
      })
    }

    receive(message: ToTableWorker): void {
      this.dispatchEvent(new MessageEvent('message', { data: handle(message) }))
    }

    terminate(): void {
      this.isTerminated = true
    }
  }
}
