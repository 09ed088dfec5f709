import { type ReactNode, useId, useState } from 'react'
import { ResponseComparison } from './response-comparison'
import type { Command } from '@/api/commands'
import { isAnswered } from '@/domain/commands/command-answer'
import type { HistoryRow } from '@/domain/commands/history-rows'
import { isEmptyObject } from '@/lib/json-scan'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Copyable, Fact, Facts } from '@/ui/facts'
import { JsonActions, JsonRegion, type JsonView } from '@/ui/json-view'
import { Unreadable } from '@/ui/unreadable'

interface HistoryDetailsProps {
  row: HistoryRow
  loaded: readonly HistoryRow[]
}

/** Everything that the API states about a command, as wide as the table. Groups, not landmarks: many may be open. */
export function HistoryDetails({ row, loaded }: HistoryDetailsProps) {
  const { command } = row
  const answered = isAnswered(command)
  return (
    <div className="flex flex-col gap-3 py-2 md:[contain:inline-size]">
      <div className="grid items-start gap-3 lg:grid-cols-2">
        <JsonPart command={command} name="payload" none="Sent without a payload." />
        <JsonPart
          command={command}
          name="response"
          none={answered ? 'The answer has no content.' : 'The plant hasn’t answered.'}
        />
      </div>
      <ResponseComparison row={row} loaded={loaded} />
      <div className="rounded-md border border-line bg-surface">
        <Facts>
          <Fact label="Command">
            <Copyable label="command" isUnreadable={isUnreadable(command, 'command')}>
              {command.command}
            </Copyable>
          </Fact>
          <Fact label="Recorded">
            <Time command={command} name="createdAt" />
          </Fact>
          <Fact label="Sent">
            <Time command={command} name="sentAt" />
          </Fact>
          <Fact label="Acknowledged">
            <Time command={command} name="ackedAt" absent={answered ? 'not stated' : 'not yet'} />
          </Fact>
          <Fact label="cmdId">
            <Copyable label="cmdId" isUnreadable={isUnreadable(command, 'cmdId')}>
              {command.cmdId}
            </Copyable>
          </Fact>
          <Fact label="ID of the record">
            <Copyable label="ID of the record">{command.id}</Copyable>
          </Fact>
        </Facts>
      </div>
    </div>
  )
}

interface TimeProps {
  command: Command
  name: 'createdAt' | 'sentAt' | 'ackedAt'
  absent?: string
}

function Time({ command, name, absent = 'not stated' }: TimeProps) {
  return (
    <AbsoluteTime
      value={command[name]}
      absent={absent}
      isUnreadable={isUnreadable(command, name)}
      className="tabular-nums"
    />
  )
}

interface JsonPartProps {
  command: Command
  name: 'payload' | 'response'
  /** Shown when there is none. */
  none: string
}

function JsonPart({ command, name, none }: JsonPartProps) {
  const [view, setView] = useState<JsonView>('Tree')
  const title = name === 'payload' ? 'Payload' : 'Response'
  const text = command[name]
  if (isUnreadable(command, name)) {
    return (
      <Box title={title}>
        <p className="px-4 py-2">
          <Unreadable /> The server sent something other than a JSON object.
        </p>
      </Box>
    )
  }
  if (!text) {
    return (
      <Box title={title}>
        <p className="px-4 py-2 text-muted">{none}</p>
      </Box>
    )
  }
  // A tree of nothing would be blank.
  const shown = isEmptyObject(text) ? 'Text' : view
  const json = { what: name, text, view: shown }
  return (
    <Box title={title} actions={<JsonActions {...json} onChange={setView} />}>
      <JsonRegion {...json} role="group" />
    </Box>
  )
}

interface BoxProps {
  title: string
  actions?: ReactNode
  children: ReactNode
}

function Box({ title, actions, children }: BoxProps) {
  const titleId = useId()
  return (
    <div
      role="group"
      aria-labelledby={titleId}
      className="min-w-0 rounded-md border border-line bg-surface wrap-anywhere"
    >
      <div className="flex min-h-9 items-center justify-between gap-4 border-b border-line px-4 py-1">
        <h3 id={titleId} className="font-semibold">
          {title}
        </h3>
        {actions}
      </div>
      {children}
    </div>
  )
}
