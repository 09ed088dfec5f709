import { AuditDetails } from './audit-details'
import { AuditSubjectLink } from './audit-subject'
import { useListedAccounts } from './use-listed-accounts'
import type { SubjectNames } from './use-subject-names'
import type { AuditEntry } from '@/api/account-schemas'
import { auditDetailsText } from '@/domain/accounts/audit-details'
import {
  type AuditPart,
  auditParts,
  describeAccess,
  describeAudit,
} from '@/domain/accounts/audit-words'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

interface AuditTableProps {
  part: AuditPart
  entries: readonly AuditEntry[]
  nameOf: SubjectNames
}

/** A page of a user's audit log, with the other side of each entry: its subject, or who did it. */
export function AuditTable({ part, entries, nameOf }: AuditTableProps) {
  // Users of other organizations act here too; their accounts can't be opened.
  const { accountOf } = useListedAccounts(part === 'to-user' ? userIdsOf(entries) : [])
  return (
    <Table label={auditParts[part].label} isCards>
      <THead>
        <Tr>
          <Th>Time</Th>
          <Th>Action</Th>
          <Th>{part === 'by-user' ? 'Subject' : 'Done by'}</Th>
          <Th>Details</Th>
          <Th>Access</Th>
        </Tr>
      </THead>
      <TBody>
        {entries.map((entry) => (
          <Row key={entry.id} {...{ part, entry, nameOf, accountOf }} />
        ))}
      </TBody>
    </Table>
  )
}

const userIdsOf = (entries: readonly AuditEntry[]) => [
  ...new Set(entries.flatMap(({ userId }) => userId ?? [])),
]

/** Cards leave out what an entry doesn't have. */
const leftOut = 'max-md:hidden!'

interface RowProps extends Omit<AuditTableProps, 'entries'> {
  entry: AuditEntry
  accountOf: ReturnType<typeof useListedAccounts>['accountOf']
}

function Row({ part, entry, nameOf, accountOf }: RowProps) {
  const hasDetails = isUnreadable(entry, 'changes') || auditDetailsText(entry) !== ''
  const hasSubject = isUnreadable(entry, 'subjectId') || Boolean(entry.subjectId)
  return (
    <Tr className="max-md:flex! max-md:flex-col">
      <Td label="Time" className="tabular-nums">
        <AbsoluteTime
          value={entry.at}
          absent="Not given"
          isUnreadable={isUnreadable(entry, 'at')}
        />
      </Td>
      <Td isCardTitle className="max-md:order-first">
        <UntrustedText isCut fallback="Not given" isUnreadable={isUnreadable(entry, 'action')}>
          {describeAudit(entry).label}
        </UntrustedText>
      </Td>
      {part === 'by-user' ? (
        <Td label="Subject" className={hasSubject ? 'md:max-w-80' : leftOut}>
          <Subject entry={entry} nameOf={nameOf} />
        </Td>
      ) : (
        <Td label="Done by" className="md:max-w-80">
          <DoneBy entry={entry} accountOf={accountOf} />
        </Td>
      )}
      <Td
        label="Details"
        className={hasDetails ? 'max-w-96 wrap-anywhere whitespace-normal' : leftOut}
      >
        <AuditDetails entry={entry} />
      </Td>
      <Td label="Access">
        {isUnreadable(entry, 'isByApiCredentials') ? <Unreadable /> : describeAccess(entry)}
      </Td>
    </Tr>
  )
}

function Subject({ entry, nameOf }: Pick<RowProps, 'entry' | 'nameOf'>) {
  if (isUnreadable(entry, 'subjectId')) return <Unreadable />
  const id = entry.subjectId ?? ''
  const kind = describeAudit(entry).subject
  const { text, word, isReading } = nameOf(entry)
  return (
    <AuditSubjectLink kind={kind} id={id} name={text} word={word} isNameBeingRead={isReading} />
  )
}

function DoneBy({ entry, accountOf }: Pick<RowProps, 'entry' | 'accountOf'>) {
  if (isUnreadable(entry, 'username')) return <Unreadable />
  const id = entry.userId ?? ''
  const kind = accountOf(id) ? 'account' : 'none'
  return <AuditSubjectLink kind={kind} id={id} name={entry.username} />
}
