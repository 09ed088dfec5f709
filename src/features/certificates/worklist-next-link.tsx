import { Link } from '@tanstack/react-router'
import { usePerson } from '@/api/session/session-context'
import { whyForbidden } from '@/domain/actions/permission'
import { plantLabel } from '@/domain/plant/plant-name'
import type { WorklistEntry } from '@/domain/renewals/worklist-entry'
import { Button } from '@/ui/button'
import { buttonClass } from '@/ui/button-class'
import { UntrustedText } from '@/ui/untrusted-text'

/** Leads to the dialog of the next plant. */
export function NextLink({ entry: { plantId, ...named } }: { entry: WorklistEntry }) {
  const person = usePerson()
  const forbidden = person && whyForbidden(person, 'provision')
  const label = (
    <span className="min-w-0 truncate">
      Next:{' '}
      <UntrustedText isCut longest={60}>
        {plantLabel({ id: plantId, ...named })}
      </UntrustedText>
    </span>
  )
  if (forbidden !== undefined) {
    return (
      <Button size="sm" variant="primary" disabledReason={forbidden}>
        {label}
      </Button>
    )
  }
  return (
    <Link
      to="/plants/$plantId/security"
      params={{ plantId }}
      search={{ action: 'provision' }}
      className={`${buttonClass({ size: 'sm', variant: 'primary' })} min-w-0 shrink`}
    >
      {label}
    </Link>
  )
}
