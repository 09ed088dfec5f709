import { findAccount, readAccounts } from './account-rows'
import { accountOperation, fleetOperation } from '#sandbox/platform/http/operation'
import { administrators } from '#sandbox/platform/oauth/roles'
import { accountPageSchema, accountSchema, accountsQuerySchema } from '@/api/account-schemas'

export const listAccounts = fleetOperation(
  {
    id: 'listAccounts',
    method: 'get',
    path: '/users',
    tag: 'Accounts',
    summary: 'List the users of the organization',
    roles: administrators,
    query: accountsQuerySchema,
    response: { status: 200, description: 'One page of users', schema: accountPageSchema },
    badRequest: 'VALIDATION_ERROR',
  },
  async ({ platform: { credentialUse }, tx, organizationId, now, query: { page, limit } }) => {
    const wanted = { page, limit, now, credentialUse }
    const { data, total } = await readAccounts(tx, organizationId, wanted)
    const meta = { page, limit, total, totalPages: Math.ceil(total / limit) }
    return JSON.stringify({ data, meta })
  },
)

export const getAccount = accountOperation(
  {
    id: 'getAccount',
    method: 'get',
    path: '/users/{userId}',
    tag: 'Accounts',
    summary: 'Get a user',
    roles: administrators,
    response: { status: 200, description: 'The user', schema: accountSchema },
    badRequest: 'INVALID_UUID',
  },
  async ({ platform: { credentialUse }, tx, organizationId, userId, now }) =>
    JSON.stringify(await findAccount(tx, organizationId, userId, { now, credentialUse })),
)
