// What the tabs of a browser tell each other about runs.
import type { RunPlace } from './run-journal'
import type { RunEvent } from '@/domain/runs/run-events'
import type { RunProgress } from '@/domain/runs/run-progress'
import type { RunRow } from '@/domain/runs/run-row'
import { ownName } from '@/lib/base-path'
import { TabChannel } from '@/lib/tab-channel'

/** A request of any tab to the one that sends a run. */
export type Control = Extract<RunEvent, { kind: 'pause' }> | { kind: 'stop' }

/** A change of a run, or of the list. */
export type Message = { place: RunPlace; id: string } & (
  | { row: RunRow; at: number }
  | { progress: RunProgress }
  | { control: Control }
  | { isListChanged: true }
)

let channel: TabChannel<Message> | undefined

/** Receives the messages of the other tabs, from the first call on. */
export function openTabs(receive: (message: Message) => void): void {
  channel ??= new TabChannel<Message>(ownName('plantdeck.runs'), receive, () => undefined)
}

/** Sends a message to the other tabs. */
export function postToTabs(message: Message): void {
  channel?.post(message)
}
