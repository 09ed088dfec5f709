import { Link } from '@tanstack/react-router'
import type { AuditEntry } from '@/api/account-schemas'
import { type AuditSubject, describeAudit, describeMeans } from '@/domain/accounts/audit-words'
import { isPathSegment } from '@/lib/path-segment'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

/** A page of the audit log of one user. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <Table label="Audit log" isCards>
      <THead>
        <Tr>
          <Th>Time</Th>
          <Th>Action</Th>
          <Th>Subject</Th>
          <Th>By</Th>
        </Tr>
      </THead>
      <TBody>
        {entries.map((entry) => (
          <Row key={entry.id} entry={entry} />
        ))}
      </TBody>
    </Table>
  )
}

function Row({ entry }: { entry: AuditEntry }) {
  const { label, subject } = describeAudit(entry)
  return (
    <Tr>
      <Td label="Time" className="tabular-nums">
        <AbsoluteTime
          value={entry.at}
          absent="Not given"
          isUnreadable={isUnreadable(entry, 'at')}
        />
      </Td>
      <Td isCardTitle>
        <UntrustedText isCut fallback="Not given" isUnreadable={isUnreadable(entry, 'action')}>
          {label}
        </UntrustedText>
      </Td>
      <Td label="Subject">
        {isUnreadable(entry, 'subjectId') ? (
          <Unreadable />
        ) : (
          <Subject kind={subject} id={entry.subjectId ?? ''} />
        )}
      </Td>
      <Td label="By">
        {isUnreadable(entry, 'isByApiCredentials') ? <Unreadable /> : describeMeans(entry)}
      </Td>
    </Tr>
  )
}

function Subject({ kind, id }: { kind: AuditSubject; id: string }) {
  const text = (
    <UntrustedText isTruncated className="font-mono text-xs">
      {id}
    </UntrustedText>
  )
  if (kind === 'none' || !isPathSegment(id)) return text
  const className = 'block max-w-80 truncate'
  return kind === 'plant' ? (
    <Link to="/plants/$plantId" params={{ plantId: id }} className={className}>
      {text}
    </Link>
  ) : (
    <Link to="/accounts/$userId" params={{ userId: id }} className={className}>
      {text}
    </Link>
  )
}
