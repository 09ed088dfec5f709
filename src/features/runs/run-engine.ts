// Carries a run out: reads each plant at its turn, notes the request on disk, sends it, and reads what became of it.
import { type ReadOutcome, platformDown, refusalOutcome, whyNotRead } from './run-failures'
import { followNow } from './run-follow'
import { runNow } from './run-now'
import type { RunRequests } from './run-requests'
import { lookAtCanary, readTurn } from './run-turn'
import { outcomeOf } from '@/api/errors'
import { maxConfirmedAgeMs } from '@/domain/actions/confirmation'
import { type RunEvent, advanceRun, isGoingOn, isOpen } from '@/domain/runs/run-events'
import type { Run } from '@/domain/runs/run-progress'
import type { RunRequest, RunRow } from '@/domain/runs/run-row'
import { expiredChecks, nextSteps } from '@/domain/runs/run-steps'
import { deviceNow, serverNow } from '@/lib/server-clock'
import { toError } from '@/lib/thrown'
import { uniqueKey } from '@/lib/unique-key'

/** Functions that an engine needs. */
interface RunPorts {
  requests: RunRequests
  /** Resolves once a row is on disk. */
  storeRow: (at: number, row: RunRow) => Promise<void>
  storeProgress: (run: Run) => Promise<void>
  onChange: (run: Run) => void
}

/** So many plants in a row are an outage, and nothing that is wrong with the plants. */
const serverErrorsToPause = 3

/** One run under way. It does nothing after `dispose`. */
export class RunEngine {
  private run: Run
  private readonly ports: RunPorts
  private isDisposed = false
  /** IDs in the history of a plant at its turn, until its request. */
  private readonly seenIds = new Map<number, readonly string[]>()
  private readonly watching = new Set<number>()
  /** The latest reading before a request, by plant: an earlier one that ends late doesn't count. */
  private readonly checks = new Map<number, symbol>()
  /** Plants whose readings ended with an error of the server, one after another. */
  private readonly serverErrors = new Set<number>()
  private reconciling = 0
  private readonly follow = followNow()

  constructor(run: Run, ports: RunPorts) {
    this.run = run
    this.ports = ports
  }

  get current(): Run {
    return this.run
  }

  /** Takes note of an event and does what it leads to. */
  tell(event: RunEvent): void {
    if (this.isDisposed) return
    const before = this.run
    this.run = advanceRun(before, event, runNow())
    if (this.run === before) return
    if (this.run.progress !== before.progress) this.storeProgress()
    this.ports.onChange(this.run)
  }

  /** Does what is due; called often. */
  step(): void {
    if (this.isDisposed) return
    this.tell({ kind: 'tick' })
    for (const at of expiredChecks(this.run, runNow())) void this.check(at)
    const { check, send, watch } = nextSteps(this.run, runNow())
    for (const at of check) void this.check(at)
    if (send !== undefined) void this.send(send)
    for (const at of watch) void this.watch(at)
    for (const at of this.follow.due(this.run, runNow())) void this.readOutcome(at)
  }

  /** Reads every plant whose outcome is open once more. */
  async reconcile(): Promise<void> {
    this.reconciling += 1
    for (const at of this.follow.open(this.run)) {
      if (this.isDisposed) break
      await this.readOutcome(at)
    }
    this.reconciling -= 1
  }

  /** True while a request or its answer is awaited, or the run may go on by itself. */
  get isBusy(): boolean {
    return (
      isGoingOn(this.run) || this.reconciling > 0 || this.follow.isFollowing(this.run, runNow())
    )
  }

  dispose(): void {
    this.isDisposed = true
  }

  private get action() {
    return this.run.document.action
  }

  private async check(at: number): Promise<void> {
    const planned = this.run.document.plants[at]
    if (!planned) return
    this.tell({ kind: 'checking', at })
    if (this.run.stages.get(at) !== 'checking') return
    const check = Symbol('check')
    this.checks.set(at, check)
    const isLatest = () => this.checks.get(at) === check && this.run.stages.get(at) === 'checking'
    try {
      const turn = await readTurn(this.run.document, planned, this.ports.requests)
      if (!isLatest()) return
      this.serverErrors.clear()
      const { reasons, seenIds, alertIds, sinceMs } = turn
      if (reasons.length > 0) {
        await this.keep({ kind: 'held-back', at, reasons })
        return
      }
      this.seenIds.set(at, seenIds)
      this.tell({ kind: 'checked', at, alertIds, sinceMs })
    } catch (thrown) {
      if (isLatest()) await this.noteUnread(at, whyNotRead(toError(thrown)))
    }
  }

  private async noteUnread(at: number, outcome: ReadOutcome): Promise<void> {
    const { reason, isServerError } = outcome
    if (isServerError) this.serverErrors.add(at)
    const isDown = this.serverErrors.size >= serverErrorsToPause
    const pause = outcome.pause ?? (isDown ? platformDown(reason) : undefined)
    if (!pause && !isServerError) {
      await this.keep({ kind: 'held-back', at, reasons: [reason] })
      return
    }
    this.tell({ kind: 'not-sent', at, reason })
    if (pause) this.tell({ kind: 'pause', ...pause })
  }

  private async send(at: number): Promise<void> {
    const planned = this.run.document.plants[at]
    const stage = this.run.stages.get(at)
    if (!planned || typeof stage !== 'object') return
    const request: RunRequest = {
      key: uniqueKey(),
      clickedAtMs: serverNow(),
      settledAtMs: undefined,
      seenIds: this.seenIds.get(at),
      recordId: undefined,
    }
    this.tell({ kind: 'sending', at, request })
    // The rules may not allow it any more.
    if (this.run.rows[at]?.request !== request) return
    try {
      await this.storeRow(at)
    } catch {
      this.tell({ kind: 'not-sent', at, reason: 'It couldn’t be noted on this device.' })
      this.tell({ kind: 'pause', reason: 'storage' })
      return
    }
    if (this.isDisposed) return
    if (this.run.progress.phase !== 'running') {
      await this.keep({
        kind: 'not-sent',
        at,
        reason: 'The run was interrupted before it was sent.',
      })
      return
    }
    try {
      const notAfterMs = stage.checkedAtMs + maxConfirmedAgeMs
      const sending = { plantId: planned.id, key: request.key, notAfterMs }
      const recordId = await this.ports.requests.send(this.action, sending)
      const isDone = this.action.kind !== 'command' || undefined
      await this.settle(at, { ...request, recordId, isDone })
    } catch (thrown) {
      await this.noteFailure(at, request, toError(thrown))
    }
  }

  private async noteFailure(at: number, request: RunRequest, error: Error): Promise<void> {
    if (outcomeOf(error) === 'unknown') {
      await this.settle(at, request)
      return
    }
    const { pause, reason, isSent } = refusalOutcome(error)
    // First, so that nothing is sent while the row is being stored.
    if (pause) this.tell({ kind: 'pause', ...pause })
    if (isSent)
      await this.settle(at, { ...request, refusal: reason, isRepeatable: pause !== undefined })
    else if (pause || !reason) await this.keep({ kind: 'not-sent', at, reason })
    else await this.keep({ kind: 'held-back', at, reasons: [reason] })
  }

  private async settle(at: number, request: RunRequest): Promise<void> {
    await this.keep({ kind: 'settled', at, request: { ...request, settledAtMs: deviceNow() } })
  }

  private async readOutcome(at: number): Promise<void> {
    const events = await this.follow.read(this.run, at, this.ports.requests)
    for (const event of events) await this.keep(event)
  }

  private async watch(at: number): Promise<void> {
    const planned = this.run.document.plants[at]
    if (!planned || this.watching.has(at)) return
    this.watching.add(at)
    try {
      const { document } = this.run
      const alertIds = this.run.rows[at]?.alertIds
      const watch = await lookAtCanary(document, planned, alertIds, this.ports.requests)
      await this.keep({ kind: 'watched', at, watch })
    } catch (thrown) {
      const { pause: own, reason, isServerError } = whyNotRead(toError(thrown))
      const pause = own ?? (isServerError ? platformDown(reason) : undefined)
      // The run must not go on without a look at its canary.
      if (pause) this.tell({ kind: 'pause', ...pause })
      else
        await this.keep({
          kind: 'watched',
          at,
          watch: { readAtMs: serverNow(), problems: [reason] },
        })
    } finally {
      this.watching.delete(at)
    }
  }

  /** Takes note of an event of a plant, and stores its row. */
  private async keep(event: RunEvent & { at: number }): Promise<void> {
    this.tell(event)
    try {
      await this.storeRow(event.at)
    } catch {
      this.tell({ kind: 'pause', reason: 'storage' })
    }
  }

  private storeRow(at: number): Promise<void> {
    const row = this.run.rows[at]
    return row && !this.isDisposed ? this.ports.storeRow(at, row) : Promise.resolve()
  }

  private storeProgress(): void {
    this.ports.storeProgress(this.run).catch(() => {
      if (isOpen(this.run)) this.tell({ kind: 'pause', reason: 'storage' })
    })
  }
}
