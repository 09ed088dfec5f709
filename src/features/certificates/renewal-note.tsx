import { usePerson } from '@/api/session/session-context'
import { describeRoles, whyForbidden } from '@/domain/actions/permission'

/** Says before anyone tries that their role can't renew; nothing when it can, or when only the server knows. */
export function RoleNote() {
  const person = usePerson()
  const forbidden = person && whyForbidden(person, 'provision')
  if (!person || forbidden === undefined) return null
  return (
    <p className="text-muted" data-print="hide">
      Your role ({describeRoles(person)}) can read and export this page, but not renew certificates.{' '}
      {forbidden}
    </p>
  )
}
