// Tells the user that a run has ended, when that was asked for: in a notification of the system.
import { countStates, waveRows } from '@/domain/runs/run-progress'
import type { Run } from '@/domain/runs/run-progress'
import { watchProblems } from '@/domain/runs/run-rules'
import { progressText } from '@/domain/runs/run-tally'
import { phaseWords, problemsTitle, runTitle } from '@/domain/runs/run-words'
import { formatCount } from '@/lib/format-count'

let isAsked = false

/** Returns true when a notification was asked for in this tab. */
export const isNoticeAsked = () => isAsked

/** Asks the browser for the permission to notify. Resolves with false when it was refused. */
export async function askForNotice(): Promise<boolean> {
  if (!('Notification' in globalThis)) return false
  isAsked = (await Notification.requestPermission()) === 'granted'
  return isAsked
}

/** Ends the wish for a notification. */
export function dropNotice(): void {
  isAsked = false
}

/** Notifies that a run has ended. Plants are not named: notifications stay on the screen of the device. */
export function tellEnd(run: Run): void {
  if (!isAsked) return
  isAsked = false
  const { action } = run.document
  const ok = formatCount(countStates(run).get('ok') ?? 0)
  // A change of the lifecycle is OK once it is made.
  const counts = progressText(run) + (action.kind === 'command' ? ` OK: ${ok}.` : '')
  const problems =
    watchProblems(run).length > 0 ? ` ${problemsTitle(waveRows(run, 0).length)}.` : ''
  const title = `${runTitle(action, run.rows.length)}: ${phaseWords[run.progress.phase]}`
  try {
    // oxlint-disable-next-line no-new -- a notification is shown by its construction
    new Notification(title, { body: counts + problems, tag: run.document.id })
  } catch {
    // Browsers of phones have the class, but only a service worker may notify there.
  }
}
