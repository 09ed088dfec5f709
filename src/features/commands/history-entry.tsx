import { ChevronRight, Pencil } from 'lucide-react'
import { useId, useState } from 'react'
import { PayloadLine, RoundTrip, Status, Target } from './history-cells'
import { HistoryDetails } from './history-details'
import { shownTimeMember } from '@/domain/commands/command-time'
import type { HistoryRow } from '@/domain/commands/history-rows'
import { contentToEdit } from '@/domain/commands/send-again'
import type { CommandContent } from '@/domain/commands/sent-command'
import { isUnreadable } from '@/lib/unreadable'
import { IconButton } from '@/ui/icon-button'
import { RelativeTime } from '@/ui/relative-time'
import { Td, Tr } from '@/ui/table'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

export interface HistoryEntryProps {
  row: HistoryRow
  /** All loaded rows, among which a response is compared with the previous one. */
  loaded: readonly HistoryRow[]
  hasTargets: boolean
  /** The reason why this user may not send commands. */
  editRefusal: string | undefined
  onEdit: (content: CommandContent, id: string) => void
}

/** A command of the history, with a button that opens its details below it. */
export function HistoryEntry({ row, loaded, hasTargets, editRefusal, onEdit }: HistoryEntryProps) {
  const { command, isOwn, target } = row
  const [isOpen, setIsOpen] = useState(false)
  const detailsId = useId()
  const edit = contentToEdit(command, target)
  const name = command.command === '' ? 'command' : visibleText(command.command)
  return (
    <>
      <Tr className="max-md:flex! max-md:flex-col">
        <Td label="Time">
          <CommandTime row={row} />
        </Td>
        <Td isCardTitle className="max-md:order-first">
          <button
            type="button"
            aria-label={`${name}, details`}
            aria-expanded={isOpen}
            aria-controls={isOpen ? detailsId : undefined}
            onClick={() => setIsOpen(!isOpen)}
            className="-ml-1 inline-flex min-h-6 max-w-full min-w-0 items-center gap-1 rounded-sm px-1 text-start font-medium hover:bg-hover max-md:min-h-11"
          >
            <ChevronRight
              aria-hidden
              className={`size-4 shrink-0 text-muted print:hidden ${isOpen ? 'rotate-90' : ''}`}
            />
            <UntrustedText
              isCut
              longest={40}
              className="min-w-0 max-md:wrap-anywhere"
              isUnreadable={isUnreadable(command, 'command')}
              fallback="(no name)"
            >
              {command.command}
            </UntrustedText>
          </button>
        </Td>
        {hasTargets ? (
          <Td label="Target">
            <Target target={target} />
          </Td>
        ) : null}
        <Td label="Payload">
          <PayloadLine command={command} />
        </Td>
        <Td label="Status">
          <Status row={row} />
        </Td>
        <Td label="Round trip" isNumeric>
          <RoundTrip command={command} />
        </Td>
        <Td label="Sender">{isOwn ? 'This browser' : <Faint>Not stated</Faint>}</Td>
        <Td label="Edit and send again" className="print:hidden">
          <IconButton
            label={`Edit and send ${name} again`}
            size="sm"
            disabledReason={editRefusal ?? ('refusal' in edit ? edit.refusal : null)}
            onClick={() => 'content' in edit && onEdit(edit.content, command.id)}
          >
            <Pencil aria-hidden className="size-4" />
          </IconButton>
        </Td>
      </Tr>
      {isOpen ? (
        <Tr id={detailsId}>
          <Td
            colSpan={hasTargets ? 8 : 7}
            className="bg-canvas whitespace-normal! max-md:block! max-md:text-start!"
          >
            <HistoryDetails row={row} loaded={loaded} />
          </Td>
        </Tr>
      ) : null}
    </>
  )
}

/** The time of sending, or of recording when no time of sending is stated. */
function CommandTime({ row: { command } }: { row: HistoryRow }) {
  const name = shownTimeMember(command)
  return (
    <span className="tabular-nums">
      <RelativeTime
        value={command[name]}
        isUnreadable={isUnreadable(command, name)}
        absent="not stated"
      />
      {name === 'createdAt' && command.createdAt ? <Faint> (recorded)</Faint> : null}
    </span>
  )
}

function Faint({ children }: { children: string }) {
  return <span className="text-faint">{children}</span>
}
