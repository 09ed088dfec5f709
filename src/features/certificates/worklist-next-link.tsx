import { Link } from '@tanstack/react-router'
import { plantLabel } from '@/domain/plant/plant-name'
import type { WorklistEntry } from '@/domain/renewals/worklist-entry'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Button } from '@/ui/button'
import { buttonClass } from '@/ui/button-class'
import { UntrustedText } from '@/ui/untrusted-text'

/** Leads to the dialog of the next plant. */
export function NextLink({ entry: { plantId, ...named } }: { entry: WorklistEntry }) {
  const whyForbidden = useWhyForbidden()
  const forbidden = whyForbidden('provision')
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
