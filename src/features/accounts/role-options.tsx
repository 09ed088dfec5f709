import { accountRoleSchema } from '@/api/account-schemas'
import { roleLabel } from '@/domain/accounts/account-words'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'

/** The roles that the signed-in user can give, those with the fewest rights first. */
export function RoleOptions() {
  const whyNoSuperAdmins = useWhyForbidden()('manageSuperAdmins')
  return accountRoleSchema.options
    .filter((role) => role !== 'super-admin' || whyNoSuperAdmins === undefined)
    .toReversed()
    .map((role) => (
      <option key={role} value={role}>
        {roleLabel(role)}
      </option>
    ))
}
