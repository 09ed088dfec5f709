import { type Control, Controller } from 'react-hook-form'
import { isOrganizationId } from './move-schema'
import type { Organization } from '@/api/organization-schemas'
import type { PlantDetail } from '@/api/plant-schemas'
import { findOrganizations, nameOfOrganization } from '@/domain/accounts/organization-menu'
import { asSent } from '@/domain/plant/plant-edit'
import { ComboField } from '@/ui/combo-field'
import { UntrustedText } from '@/ui/untrusted-text'

interface OrganizationFieldProps {
  control: Control<{ organizationId: string; confirmation: string }, unknown>
  /** The organizations to choose from; none when they can't be listed. */
  organizations: readonly Organization[]
  /** ID of the organization that the plant is in. */
  present: PlantDetail['organizationId']
  error: string | undefined
  /** The server's refusal of an organization; another one isn't refused yet. */
  refusal: { id: string | undefined; message: string | undefined }
}

/** A longer list is narrowed by typing. */
const maxOffered = 50

/** Field for the organization to move a plant to: chosen by name, or entered as an ID. It keeps the ID, which is what is sent. */
export function OrganizationField(props: OrganizationFieldProps) {
  const { control, organizations, present, error, refusal } = props
  return (
    <Controller
      control={control}
      name="organizationId"
      render={({ field: { ref, value, onChange, onBlur } }) => (
        <ComboField
          label="Organization"
          isRequired
          fieldRef={ref}
          value={value}
          onChange={onChange}
          onBlur={onBlur}
          onTake={onChange}
          description={
            <Description organizations={organizations} present={present} typed={value} />
          }
          error={error ?? (refusal.id === idIn(value) ? refusal.message : null) ?? null}
          options={optionsFor(organizations, value)}
        />
      )}
    />
  )
}

const idIn = (typed: string) => asSent('organizationId', typed.trim())

function optionsFor(organizations: readonly Organization[], typed: string) {
  // Nothing is left to choose.
  if (nameOfOrganization(organizations, typed) !== undefined) return []
  return findOrganizations(organizations, typed)
    .slice(0, maxOffered)
    .map(({ id, name }) => ({ key: id, label: name || 'Unnamed', ending: id }))
}

interface DescriptionProps extends Pick<OrganizationFieldProps, 'organizations' | 'present'> {
  typed: string
}

function Description({ organizations, present, typed }: DescriptionProps) {
  if (organizations.length === 0) return 'ID of the organization to move the plant to.'
  const name = nameOfOrganization(organizations, typed)
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
  const id = idIn(typed)
  const isListed = organizations.some((one) => one.id.toLowerCase() === id)
  const isElsewhere = isOrganizationId(typed.trim()) && id !== present?.toLowerCase()
  if (isListed) return 'The organization has no name.'
  return isElsewhere
    ? 'None of the organizations that you can switch to has this ID.'
    : 'Type a name and choose from the list, or enter an ID.'
}
