import type { ControllerRenderProps } from 'react-hook-form'
import { isOrganizationId, organizationMeant } from './move-schema'
import type { Organization } from '@/api/organization-schemas'
import type { PlantDetail } from '@/api/plant-schemas'
import { findOrganizations, nameOfOrganization } from '@/domain/accounts/organization-menu'
import { asSent } from '@/domain/plant/plant-edit'
import { ComboField } from '@/ui/combo-field'
import { UntrustedText } from '@/ui/untrusted-text'

interface OrganizationFieldProps {
  field: ControllerRenderProps<{ organizationId: string; confirmation: string }, 'organizationId'>
  /** The user's organizations; none when they can't be listed. */
  organizations: readonly Organization[]
  /** ID of the organization that the plant is in. */
  present: PlantDetail['organizationId']
  error: string | undefined
  /** The server's refusal of an organization; another one isn't refused yet. */
  refusal: { id: string | undefined; message: string | undefined }
}

/** A longer list is narrowed by typing. */
const maxOffered = 50

/** Field for the organization to move a plant to: chosen from a list, or entered by its name or its ID. */
export function OrganizationField(props: OrganizationFieldProps) {
  const { field, organizations, present, error, refusal } = props
  const { ref, value, onChange, onBlur } = field
  const others = organizations.filter((one) => one.id !== present)
  const id = asSent('organizationId', organizationMeant(organizations, value))
  return (
    <ComboField
      label="Organization"
      isRequired
      fieldRef={ref}
      value={value}
      onChange={onChange}
      onBlur={onBlur}
      onTake={onChange}
      description={<Description organizations={others} present={present} id={id} />}
      error={error ?? (refusal.id === id ? refusal.message : null) ?? null}
      options={optionsFor(others, value)}
    />
  )
}

function optionsFor(organizations: readonly Organization[], typed: string) {
  // Nothing is left to choose.
  if (nameOfOrganization(organizations, typed) !== undefined) return []
  return findOrganizations(organizations, typed)
    .slice(0, maxOffered)
    .map(({ id, name }) => ({ key: id, label: name || 'Unnamed', ending: id }))
}

interface DescriptionProps extends Pick<OrganizationFieldProps, 'organizations' | 'present'> {
  /** The ID that the typed text means, or the text itself. */
  id: string
}

function Description({ organizations, present, id }: DescriptionProps) {
  if (organizations.length === 0) return 'ID of the organization to move the plant to.'
  const name = nameOfOrganization(organizations, id)
  if (name !== undefined) {
    return (
      <>
        The plant moves to{' '}
        <UntrustedText isCut className="font-medium text-ink">
          {name}
        </UntrustedText>
        .
      </>
    )
  }
  const isListed = organizations.some((one) => one.id.toLowerCase() === id)
  const isElsewhere = isOrganizationId(id) && id !== present?.toLowerCase()
  if (isListed) return 'The organization has no name.'
  return isElsewhere
    ? 'None of the organizations that you can switch to has this ID.'
    : 'Choose from the list, or enter a name or an ID.'
}
