import { useId, useMemo } from 'react'
import { commandTimeMs } from '@/domain/commands/command-time'
import type { HistoryRow } from '@/domain/commands/history-rows'
import { type Responded, isResponded, previousResponse } from '@/domain/commands/previous-response'
import { type MemberDifference, responseDifference } from '@/domain/commands/response-difference'
import { countOf } from '@/lib/format-count'
import { unreadableMember } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { TBody, THead, Td, Th, Tr } from '@/ui/table'
import { UntrustedText } from '@/ui/untrusted-text'

interface ResponseComparisonProps {
  row: HistoryRow
  loaded: readonly HistoryRow[]
}

/** The members by which a response differs from the previous one to the same command, among the loaded ones. */
export function ResponseComparison({ row, loaded }: ResponseComparisonProps) {
  const titleId = useId()
  const { command, target } = row
  if (!isResponded(command)) return null
  const previous = previousResponse(loaded, row)
  const toTarget = typeof target === 'string' ? ' and target' : ''
  return (
    <div role="group" aria-labelledby={titleId} className="flex flex-col gap-1">
      <h3 id={titleId} className="font-semibold">
        Changes since the previous response
      </h3>
      {previous ? (
        <Comparison previous={previous} command={command} titleId={titleId} />
      ) : (
        <p className="text-muted">
          {target === unreadableMember
            ? 'The target is unreadable, so the response can’t be compared.'
            : `There is no earlier response to the same command${toTarget} on this page of the history.`}
        </p>
      )}
    </div>
  )
}

/** More are not worth reading one by one. */
const maxShown = 100

interface ComparisonProps {
  previous: Responded
  command: Responded
  titleId: string
}

function Comparison({ previous, command, titleId }: ComparisonProps) {
  const { members, isWhole } = useMemo(
    () => responseDifference(previous.response, command.response),
    [previous.response, command.response],
  )
  const shown = members.slice(0, maxShown)
  const more = members.length - shown.length
  return (
    <>
      <p className="text-muted">
        Compared with the command of{' '}
        <AbsoluteTime value={commandTimeMs(previous)} className="tabular-nums" />.
        {members.length === 0 && isWhole ? ' All members and values are the same.' : null}
        {isWhole ? null : ' The responses are too large to compare in full.'}
      </p>
      {shown.length > 0 ? (
        // Not the scrolling `Table`, which is a landmark; its values wrap.
        <div className="rounded-md border border-line bg-surface">
          {/* oxlint-disable-next-line jsx-a11y/no-redundant-roles -- the cards' display removes the native role */}
          <table role="table" aria-labelledby={titleId} data-cards="" className="data-table">
            <THead>
              <Tr>
                <Th>Member</Th>
                <Th>Change</Th>
                <Th>Previous</Th>
                <Th>This response</Th>
              </Tr>
            </THead>
            <TBody>
              {shown.map((member) => (
                <Row key={`${member.kind} ${member.path}`} member={member} />
              ))}
            </TBody>
          </table>
        </div>
      ) : null}
      {more > 0 ? <p className="text-muted">{countOf(more, 'more change')}.</p> : null}
    </>
  )
}

const kindWords: Record<MemberDifference['kind'], string> = {
  added: 'Added',
  removed: 'Removed',
  changed: 'Changed',
}

function Row({ member }: { member: MemberDifference }) {
  return (
    <Tr>
      <Td isCardTitle className="font-mono text-xs wrap-anywhere whitespace-normal!">
        <UntrustedText isCut>{member.path}</UntrustedText>
      </Td>
      <Td label="Change">{kindWords[member.kind]}</Td>
      <Td label="Previous" className="wrap-anywhere whitespace-normal!">
        <Value text={'before' in member ? member.before : undefined} />
      </Td>
      <Td label="This response" className="wrap-anywhere whitespace-normal!">
        <Value text={'after' in member ? member.after : undefined} />
      </Td>
    </Tr>
  )
}

function Value({ text }: { text: string | undefined }) {
  if (text === undefined) return <span className="text-faint">not there</span>
  return (
    <UntrustedText isCut longest={200} className="font-mono text-xs">
      {text}
    </UntrustedText>
  )
}
