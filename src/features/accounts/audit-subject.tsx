import { Link } from '@tanstack/react-router'
import type { AuditSubject } from '@/domain/accounts/audit-words'
import { isPathSegment } from '@/lib/path-segment'
import { cutMiddle } from '@/ui/cut-text'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

interface AuditSubjectLinkProps {
  kind: AuditSubject
  id: string
  /** The plant's name or the username, where it is known. */
  name: string | undefined
  /** Stands before a name that is a later one. */
  word?: string | undefined
  isNameBeingRead?: boolean
}

/** The plant or account of an entry, by its name. Without one, both ends of the ID; the title has all of it. */
export function AuditSubjectLink(props: AuditSubjectLinkProps) {
  const { kind, id, name, word, isNameBeingRead = false } = props
  const text = name ? (
    <>
      {word ? `${word} ` : null}
      <UntrustedText isCut>{name}</UntrustedText>
    </>
  ) : (
    <>
      <UntrustedText isCut className="font-mono text-xs">
        {cutMiddle(id, 8, 4)}
      </UntrustedText>
      {isNameBeingRead ? <span className="text-xs text-muted"> (name not read yet)</span> : null}
    </>
  )
  const look = {
    className: 'block truncate max-md:line-clamp-2 max-md:whitespace-normal',
    title: visibleText(id),
  }
  if (kind === 'none' || !isPathSegment(id)) {
    return id === '' ? text : <span {...look}>{text}</span>
  }
  return kind === 'plant' ? (
    <Link to="/plants/$plantId" params={{ plantId: id }} {...look}>
      {text}
    </Link>
  ) : (
    <Link to="/accounts/$userId" params={{ userId: id }} {...look}>
      {text}
    </Link>
  )
}
