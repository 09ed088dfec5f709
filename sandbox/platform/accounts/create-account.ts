import { findAccount, requireRank } from './account-rows'
import { ApiProblem } from '#sandbox/platform/http/api-problem'
import { fleetOperation } from '#sandbox/platform/http/operation'
import { hashPassword } from '#sandbox/platform/oauth/passwords'
import { administrators } from '#sandbox/platform/oauth/roles'
import { accountSchema, newAccountSchema } from '@/api/account-schemas'

/** `POST /users`: creates a user of the organization. User names are unique on the whole platform, because they sign in. */
export const createAccount = fleetOperation(
  {
    id: 'createAccount',
    method: 'post',
    path: '/users',
    tag: 'Accounts',
    summary: 'Create a user',
    roles: administrators,
    body: { schema: newAccountSchema, textMembers: [] },
    response: { status: 201, description: 'The user', schema: accountSchema },
    badRequest: 'VALIDATION_ERROR',
    otherProblems: ['CONFLICT', 'SUPER_ADMIN_REQUIRED'],
  },
  async ({ platform, tx, caller, organizationId, now, body, recordChanges }) => {
    const { username, password, role } = body
    requireRank(caller, [role])
    recordChanges([{ member: 'role', to: role }])
    const passwordHash = await hashPassword(password)
    const id = crypto.randomUUID()
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('users')
      .values({
        id,
        username,
        passwordHash,
        role,
        organizationId,
        isDemo: 0,
        createdAt: now.toISOString(),
        disabledAt: null,
        lastSignInAt: null,
      })
      .onConflict((conflict) => conflict.column('username').doNothing())
      .executeTakeFirst()
    if (numInsertedOrUpdatedRows === 0n) {
      throw new ApiProblem('CONFLICT', 'This user name is taken', {
        details: ['username: Already taken'],
      })
    }
    return JSON.stringify(
      await findAccount(tx, organizationId, id, {
        now,
        credentialUse: platform.credentialUse,
      }),
    )
  },
)
