import { fleetOperation } from '#sandbox/platform/http/operation'
import { readers } from '#sandbox/platform/oauth/roles'
import { organizationListSchema } from '@/api/organization-schemas'

/** `GET /organizations`: the organizations that the caller can name in `x-org-id`; all of them for super-admins. */
export const listOrganizations = fleetOperation(
  {
    id: 'listOrganizations',
    method: 'get',
    path: '/organizations',
    tag: 'Accounts',
    summary: 'List the organizations that you can name in x-org-id, by name',
    roles: readers,
    response: { status: 200, description: 'The organizations', schema: organizationListSchema },
  },
  async ({ tx, caller }) => {
    const all = tx.selectFrom('organizations').select(['id', 'name'])
    const own = all.where('id', '=', caller.organizationId)
    const asked = caller.role === 'super-admin' ? all : own
    return JSON.stringify({ data: await asked.orderBy('name').orderBy('id').execute() })
  },
)
