import { usePerson } from '@/api/session/session-context'
import { renewalConsequence } from '@/domain/actions/consequences'
import { describeRoles } from '@/domain/actions/permission'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'

/** Says before anyone tries what a renewal does to a plant, and that their role can't start one, if it can't. */
export function RenewalNote() {
  const person = usePerson()
  const whyForbidden = useWhyForbidden()
  const forbidden = whyForbidden('provision')
  return (
    <p className="text-muted" data-print="hide">
      {renewalConsequence}
      {person && forbidden !== undefined
        ? ` Your role (${describeRoles(person)}) can read and export this page. ${forbidden}`
        : null}
    </p>
  )
}
