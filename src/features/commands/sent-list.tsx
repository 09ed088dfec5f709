import { Send } from 'lucide-react'
import { useState } from 'react'
import { SentEvidence } from './sent-evidence'
import { SentPayload } from './sent-payload'
import type { FollowedCommand, useSentCommands } from './use-sent-commands'
import { commandStatusMeanings } from '@/domain/commands/command-status'
import { awaitedSinceMs } from '@/domain/commands/sent-command'
import { countdown } from '@/lib/countdown'
import { hourMs } from '@/lib/instants'
import { toServerTime } from '@/lib/server-clock'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { EmptyState } from '@/ui/empty-state'
import { JsonRegion } from '@/ui/json-view'
import { Notice } from '@/ui/notice'
import { Panel } from '@/ui/panel'
import { StatusBadge } from '@/ui/status-badge'
import { UntrustedText } from '@/ui/untrusted-text'

interface SentListProps {
  commands: ReturnType<typeof useSentCommands>
}

const shownAtFirst = 3

/** The commands of the last hour that were sent from this browser, and what became of each. */
export function SentList({ commands }: SentListProps) {
  const { followed, extents, history, nowMs } = commands
  const [isAll, setIsAll] = useState(false)
  const recent = followed.filter(({ sent }) => toServerTime(nowMs) - sent.clickedAtMs < hourMs)
  const shown = isAll ? recent : recent.slice(0, shownAtFirst)
  return (
    <Panel title="Sent from this browser">
      <ListNotices commands={commands} />
      {shown.length === 0 ? (
        <EmptyState icon={Send} title={emptyTitle(extents)}>
          Commands that you send appear here, with what the plant answers.
        </EmptyState>
      ) : (
        <ol className="divide-y divide-line" aria-label="Sent from this browser">
          {shown.map((one) => (
            <SentItem
              key={one.sent.key}
              followed={one}
              nowMs={nowMs}
              history={{ readAtMs: history.dataUpdatedAt, error: history.error }}
            />
          ))}
        </ol>
      )}
      {recent.length > shownAtFirst ? (
        <div className="border-t border-line px-2 py-1">
          <Button variant="quiet" size="sm" onClick={() => setIsAll(!isAll)}>
            {isAll ? 'Show fewer' : `Show all ${recent.length} of the last hour`}
          </Button>
        </div>
      ) : null}
    </Panel>
  )
}

function emptyTitle({ own, ofRuns }: SentListProps['commands']['extents']): string {
  if (own === 'reading' || ofRuns === 'reading') return 'Reading what this browser sent…'
  if (own === 'partial' || ofRuns === 'partial') return 'No commands found for the last hour'
  return 'Nothing sent in the last hour'
}

function ListNotices({ commands: { extents, isKept } }: SentListProps) {
  const missing = [
    ...(extents.own === 'partial' ? ['the commands that this browser stores'] : []),
    ...(extents.ofRuns === 'partial' ? ['all runs on this device'] : []),
  ].join(' and ')
  if (isKept && missing === '') return null
  return (
    <div className="flex flex-col gap-2 p-4 pb-0">
      {missing === '' ? null : (
        <Notice tone="warn">
          <p>Couldn’t read {missing}, so commands may be missing here.</p>
        </Notice>
      )}
      {isKept ? null : (
        <Notice tone="warn">
          <p>
            This browser stores nothing, so this list lasts only until you reload or close this tab.
          </p>
        </Notice>
      )}
    </div>
  )
}

interface SentItemProps {
  followed: FollowedCommand
  nowMs: number
  history: { readAtMs: number; error: Error | null }
}

function SentItem({ followed, nowMs, history }: SentItemProps) {
  const { sent, state } = followed
  const { label, tone, isWaiting } = commandStatusMeanings[state.status]
  return (
    <li className="flex flex-col gap-1 px-4 py-2">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
        <span className="min-w-0">
          <UntrustedText className="font-mono text-sm font-medium wrap-anywhere">
            {sent.content.command}
          </UntrustedText>
          {sent.content.target ? (
            <>
              {' '}
              <UntrustedText className="text-xs text-muted">{sent.content.target}</UntrustedText>
            </>
          ) : null}
        </span>
        <span role="status">
          <StatusBadge tone={tone} className="tabular-nums">
            {label}
            {isWaiting ? (
              // Not read out every second.
              <span aria-hidden>
                {' '}
                {countdown(toServerTime(nowMs) - awaitedSinceMs(sent, state))}
              </span>
            ) : null}
          </StatusBadge>
        </span>
      </div>
      {sent.content.payload ? <SentPayload payload={sent.content.payload} /> : null}
      <div className="text-sm">
        <SentEvidence followed={followed} history={history} />
      </div>
      <Response text={state.record?.response} />
      <p className="text-xs text-muted">
        Confirmed <AbsoluteTime value={sent.clickedAtMs} className="tabular-nums" />
      </p>
    </li>
  )
}

function Response({ text }: { text: string | null | undefined }) {
  if (!text) return null
  return (
    <details>
      <summary className="content-center text-sm text-muted max-md:min-h-11">Response</summary>
      <div className="mt-1 rounded-md border border-line">
        <JsonRegion what="response" text={text} view="Tree" role="group" />
      </div>
    </details>
  )
}
