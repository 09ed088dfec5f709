import type { FollowedCommand } from './use-sent-commands'
import { describeError } from '@/api/error-messages'
import { answerMessage, responseStatusText } from '@/domain/commands/command-answer'
import { commandStatusMeanings } from '@/domain/commands/command-status'
import { roundTripOf } from '@/domain/commands/history-rows'
import { type SentState, recordedWithinMs } from '@/domain/commands/sent-command'
import { secondMs } from '@/lib/instants'
import { toServerTime } from '@/lib/server-clock'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Finding } from '@/ui/finding'
import { UntrustedText } from '@/ui/untrusted-text'

interface SentEvidenceProps {
  followed: FollowedCommand
  /** The latest reading of the history: its time (Unix ms, device's clock), and its error if it failed. */
  history: { readAtMs: number; error: Error | null }
  /** True where the server's refusal is shown already. */
  isRefusalShown?: boolean
}

const gaps: Record<Exclude<SentState['gap'], undefined>, string> = {
  checking: 'Checking the plant’s history.',
  'not-listed':
    'The platform has recorded it. The latest page of the history doesn’t show what became of it.',
  'not-read-before':
    'The history couldn’t be read before sending, so we can’t tell which of its commands is this one.',
  'not-covered':
    'The first page of the history may not reach back to the time of sending, so we can’t tell whether the command was recorded.',
  'not-readable':
    'Some commands in the history can’t be read, so we can’t tell whether this one is among them.',
}

/** The record of a sent command in the plant's history, and the time of reading. */
export function SentEvidence({ followed, history, isRefusalShown }: SentEvidenceProps) {
  const { sent, state } = followed
  const { record, ids, gap, status } = state
  if (history.error && !record) {
    return (
      <Finding tone="warn">Couldn’t load the history: {describeError(history.error).title}</Finding>
    )
  }
  const readAt = <AbsoluteTime value={toServerTime(history.readAtMs)} className="tabular-nums" />
  if (ids.length > 1) {
    return (
      <>
        <Finding tone="danger">Recorded {ids.length} times</Finding>
        <p className="text-muted">
          As of {readAt}. Your browser may have sent the request again, or someone else sent the
          same command at the same time. The plant may carry out each of them.
        </p>
      </>
    )
  }
  if (record) {
    const roundTripS = roundTripOf(record)
    const isByContent = sent.recordId === undefined
    const message = answerMessage(record)
    return (
      <>
        {message === undefined ? null : (
          <p>
            The plant says: <UntrustedText isMultiline>{message}</UntrustedText>
          </p>
        )}
        <p className="text-muted">
          {commandStatusMeanings[status].hint}{' '}
          {record.responseStatus ? (
            <>
              <UntrustedText>{responseStatusText(record)}</UntrustedText>
              {typeof roundTripS === 'number' ? ` after ${roundTripS.toFixed(1)} s. ` : '. '}
            </>
          ) : null}
          Read {readAt}; ID <CommandId id={record.cmdId ?? record.id} />
          {isByContent ? `, found by its command and payload, because ${whyByContent(sent)}` : null}
          .
          {history.error
            ? ` The history couldn’t be loaded since: ${describeError(history.error).title}.`
            : null}
        </p>
      </>
    )
  }
  if (status === 'refused' && gap === undefined) {
    return (
      <>
        {isRefusalShown ? null : (
          <Finding tone="danger">
            <UntrustedText isMultiline>{sent.refusal}</UntrustedText>
          </Finding>
        )}
        <p className="text-muted">
          No record of it is visible in the plant’s history as of {readAt}.
        </p>
      </>
    )
  }
  if (status === 'not-recorded') {
    return (
      <Finding tone="warn">
        Not in the plant’s history as of {readAt}, over {recordedWithinMs / secondMs} s after it was
        sent. It may still arrive.
      </Finding>
    )
  }
  return (
    <Finding tone={gap === 'checking' || gap === 'not-listed' ? 'info' : 'warn'}>
      {gap && gaps[gap]}
    </Finding>
  )
}

/** The reason why no response named the record. */
function whyByContent({ refusal }: FollowedCommand['sent']): string {
  return refusal !== undefined
    ? 'the server refused the request, or a repeat of it'
    : 'the response was lost'
}

function CommandId({ id }: { id: string }) {
  return <UntrustedText className="font-mono text-xs">{id}</UntrustedText>
}
