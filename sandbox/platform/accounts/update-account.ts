import { findAccount, requireRank } from './account-rows'
import { changesBetween } from '#sandbox/platform/audit/recorded-changes'
import { ApiProblem } from '#sandbox/platform/http/api-problem'
import { accountOperation } from '#sandbox/platform/http/operation'
import { administrators } from '#sandbox/platform/oauth/roles'
import { endSessionsOfUser } from '#sandbox/platform/oauth/sessions'
import { accountChangeSchema, accountSchema } from '@/api/account-schemas'

/** `PATCH /users/{userId}`: changes role or state. A disabled user's sessions end immediately. */
export const updateAccount = accountOperation(
  {
    id: 'updateAccount',
    method: 'patch',
    path: '/users/{userId}',
    tag: 'Accounts',
    summary: 'Change the role of a user, disable a user or enable one again',
    roles: administrators,
    body: { schema: accountChangeSchema, textMembers: [] },
    response: { status: 200, description: 'The user', schema: accountSchema },
    badRequest: 'BAD_REQUEST',
    otherProblems: ['SUPER_ADMIN_REQUIRED'],
  },
  async ({ platform, tx, caller, organizationId, userId, now, body, recordChanges }) => {
    const { role, state } = body
    const reading = { now, credentialUse: platform.credentialUse }
    const account = await findAccount(tx, organizationId, userId, reading)
    // The last administrator could otherwise lock everybody out.
    if (userId === caller.userId) {
      throw new ApiProblem('BAD_REQUEST', 'You cannot change your own role or state')
    }
    requireRank(caller, [role, account.role])
    recordChanges(changesBetween(account, body))
    const disabledAt = state === 'DISABLED' ? now.toISOString() : null
    const changes = {
      ...(role !== undefined && { role }),
      ...(state !== undefined && state !== account.state && { disabledAt }),
    }
    if (Object.keys(changes).length > 0) {
      await tx.updateTable('users').set(changes).where('id', '=', userId).execute()
    }
    if (state === 'DISABLED') await endSessionsOfUser(tx, userId, now)
    return JSON.stringify(await findAccount(tx, organizationId, userId, reading))
  },
)
