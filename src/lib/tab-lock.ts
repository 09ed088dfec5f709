/** The reason why a lock couldn't be taken: another tab has it, or this browser has no locks (as on plain HTTP). */
export type LockRefusal = 'taken' | 'unavailable'

/** Takes a lock that only one tab of this origin has. Resolves with the function that gives it back, or the reason. */
export function takeTabLock(name: string): Promise<(() => void) | LockRefusal> {
  return new Promise((resolve) => {
    const { locks } = globalThis.navigator as { locks?: LockManager }
    if (!locks) {
      resolve('unavailable')
      return
    }
    const hold = (lock: Lock | null) => {
      if (lock) return new Promise<void>((release) => resolve(() => release()))
      resolve('taken')
      return undefined
    }
    const request = async () => locks.request(name, { ifAvailable: true }, hold)
    request().catch(() => resolve('unavailable'))
  })
}

/** Calls a function once no tab has a lock any more; returns the one that ends the wait. */
export function onTabLockFree(name: string, free: () => void): () => void {
  const controller = new AbortController()
  const { locks } = globalThis.navigator as { locks?: LockManager }
  const wait = async () => locks?.request(name, { signal: controller.signal }, free)
  wait().catch(() => undefined)
  return () => controller.abort()
}
