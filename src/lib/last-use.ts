// The last use of the dashboard in any tab of this browser. Two clocks, because the monotonic one may stop while a
// computer sleeps, and the wall clock can be set back.
import { ownName } from './base-path'
import { forgetText, keepText, readText } from './browser-storage'
import { deviceNow } from './server-clock'

const storageKey = ownName('plantdeck.last-use')

/** Remembers the last use, over reloads too, and shares it with the other tabs. */
export class LastUse {
  private wallMs = deviceNow()
  private monotonicMs = performance.now()
  /** The text in storage that this tab knows: one from the future would otherwise count again and again. */
  private known: string | null = null
  private timer: ReturnType<typeof setTimeout> | undefined
  private readonly storeEveryMs: number

  /** Other tabs learn of a use after `storeEveryMs` at the latest. */
  constructor(storeEveryMs: number) {
    this.storeEveryMs = storeEveryMs
    this.read((ageMs) => ageMs)
  }

  /** Notes that the dashboard is used now. */
  note(): void {
    this.wallMs = deviceNow()
    this.monotonicMs = performance.now()
    if (Math.abs(this.wallMs - Number(this.known)) >= this.storeEveryMs) this.store()
    else this.timer ??= setTimeout(() => this.store(), this.storeEveryMs)
  }

  /** Stores the last use, for a reload and the other tabs. */
  store(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.known = String(this.wallMs)
    keepText('localStorage', storageKey, this.known)
  }

  /** Takes over a later use in another tab. */
  hear(): void {
    this.read((ageMs) => Math.min(ageMs, this.idleMs()))
  }

  /** Returns the time since the last use, in milliseconds. */
  idleMs(): number {
    return Math.max(performance.now() - this.monotonicMs, deviceNow() - this.wallMs)
  }

  /** Removes the last use from storage. */
  forget(): void {
    clearTimeout(this.timer)
    this.timer = undefined
    this.known = null
    forgetText('localStorage', storageKey)
  }

  private read(ageOf: (storedAgeMs: number) => number): void {
    const text = readText('localStorage', storageKey)
    if (text === null || text === this.known) return
    this.known = text
    const storedMs = Number(text)
    if (!Number.isFinite(storedMs)) return
    const ageMs = ageOf(Math.max(0, deviceNow() - storedMs))
    this.wallMs = deviceNow() - ageMs
    this.monotonicMs = performance.now() - ageMs
  }
}
