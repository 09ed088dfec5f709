// Signs out when no tab has been used for a while. Loaded only where config.json sets a time, and before anything is sent.
import type { Session } from './session'
import { readPerson } from './session-grant'
import { readKept } from './session-kept'
import { usernameOf } from './session-state'
import { minuteMs, secondMs } from '@/lib/instants'
import { LastUse } from '@/lib/last-use'
import { createListeners } from '@/lib/listeners'
import { deviceOnly, wipeDatabases } from '@/lib/person-databases'
import { isBesidesDialog, watchUse } from '@/lib/signs-of-use'
import { steadyInterval } from '@/lib/steady-interval'

const longestWarningMs = 2 * minuteMs
/** Of a short time, two thirds remain for the warning. */
const warningShare = 2 / 3
const longestStoreEveryMs = 5 * secondMs
/** A short time is checked and shared more often. */
const storeShare = 1 / 20
const checkEveryMs = secondMs

/** Watches the use of this tab, warns, and signs out. */
export class IdleTimeout {
  private readonly session: Session
  private readonly limitMs: number
  /** Time before the end at which the warning begins, in milliseconds. */
  readonly warningMs: number
  private readonly lastUse: LastUse
  private readonly listeners = createListeners()
  private isWarned = false
  private last: { phase: string; username: string | undefined }

  /** Signs out at once when the session that a reload kept wasn't used for `idleMinutes`. */
  constructor(session: Session, idleMinutes: number) {
    this.session = session
    this.limitMs = idleMinutes * minuteMs
    this.warningMs = Math.min(longestWarningMs, this.limitMs * warningShare)
    this.lastUse = new LastUse(Math.min(longestStoreEveryMs, this.limitMs * storeShare))
    const kept = readKept()
    this.last = {
      phase: session.getState().phase,
      // As the databases are named: the name that was typed may be another one.
      username: kept && readPerson(kept).username,
    }
    session.subscribe(this.followSession)
    session.beforeUse = this.check
    if (this.leftMs() <= 0 && kept) session.signOut('idle')
    this.watch()
  }

  readonly subscribe = this.listeners.add

  /** Returns true while the user should be warned. */
  readonly isWarning = (): boolean => this.isWarned

  /** Returns the time until the session ends, in milliseconds. */
  leftMs(): number {
    return Math.max(0, this.limitMs - this.lastUse.idleMs())
  }

  /** Returns the user of this tab's session, also after its end; undefined when it had none. */
  lastUsername(): string | undefined {
    return this.last.username
  }

  /** Notes a use: the user wants to stay. */
  stay(): void {
    this.check()
    if (!this.isWatching()) return
    this.lastUse.note()
    this.check()
  }

  private watch(): void {
    watchUse((event) => {
      if (!this.isWarned || isBesidesDialog(event, isInDialog(event))) this.stay()
    })
    globalThis.addEventListener?.('storage', () => {
      this.lastUse.hear()
      this.check()
    })
    // A computer that wakes up, or a page that the browser had frozen, is checked before anything else happens.
    for (const event of ['focus', 'pageshow', 'online']) {
      globalThis.addEventListener?.(event, this.check, { capture: true })
    }
    for (const event of ['visibilitychange', 'resume']) {
      globalThis.document?.addEventListener(event, this.check, { capture: true })
    }
    steadyInterval(this.check, Math.min(checkEveryMs, this.limitMs * storeShare))
  }

  private isWatching(): boolean {
    const { phase } = this.session.getState()
    return phase === 'signed-in' || phase === 'over'
  }

  private readonly check = (): void => {
    if (!this.isWatching()) return this.warn(false)
    // This tab may have been frozen while another one was used.
    if (this.leftMs() <= this.warningMs) this.lastUse.hear()
    const leftMs = this.leftMs()
    this.warn(leftMs > 0 && leftMs <= this.warningMs)
    if (leftMs <= 0) this.session.signOut('idle')
  }

  private warn(isWarned: boolean): void {
    if (this.isWarned === isWarned) return
    this.isWarned = isWarned
    this.listeners.notify()
  }

  private readonly followSession = (): void => {
    const state = this.session.getState()
    const { last } = this
    this.last = { phase: state.phase, username: usernameOf(state) ?? last.username }
    if (state.phase === 'signed-in' && last.phase !== 'signed-in') {
      // Signing in is a use; a session that is restored was used before.
      if (last.phase === 'restoring') this.lastUse.store()
      else this.lastUse.note()
      this.warn(false)
    }
    if (state.phase !== 'signed-out') return
    this.warn(false)
    this.lastUse.forget()
    // What only this device has is still there when the same user signs in again.
    if (state.why === 'idle') void wipeDatabases(last.username, deviceOnly)
  }
}

function isInDialog({ target }: Event): boolean {
  return target instanceof Element && target.closest('[role=alertdialog]') !== null
}
