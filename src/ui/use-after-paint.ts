import { useEffect, useState } from 'react'
import { nextTask } from '@/lib/next-task'

/** Frames are not drawn in a hidden tab. */
const longestWaitMs = 100

/** Returns a queue of work that is done once the frame that shows its cause is painted, and dropped with the component. */
export function useAfterPaint() {
  const [queue] = useState(() => new PaintQueue())
  useEffect(() => () => queue.clear(), [queue])
  return queue
}

class PaintQueue {
  private waiting: (() => void)[] = []

  /** Does `work` after the next frame, and after earlier work. */
  run(work: () => void): void {
    this.waiting.push(work)
    if (this.waiting.length > 1) return
    const timer = setTimeout(() => this.flush(), longestWaitMs)
    requestAnimationFrame(() => {
      clearTimeout(timer)
      void nextTask().then(() => this.flush())
    })
  }

  /** Does at once what is waiting. */
  flush(): void {
    const due = this.waiting
    this.waiting = []
    for (const work of due) work()
  }

  clear(): void {
    this.waiting = []
  }
}
