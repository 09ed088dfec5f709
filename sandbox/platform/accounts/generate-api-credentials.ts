import { randomBytes } from 'node:crypto'
import { findAccount, requireRank } from './account-rows'
import { ApiProblem } from '#sandbox/platform/http/api-problem'
import { accountOperation } from '#sandbox/platform/http/operation'
import { hashPassword } from '#sandbox/platform/oauth/passwords'
import { administrators } from '#sandbox/platform/oauth/roles'
import { issuedApiCredentialsSchema } from '@/api/account-schemas'

/**
 * `POST /users/{userId}/api-credentials`: issues a client of the user's own with its secrets, which are stored as hashes.
 * The earlier client goes with all its sessions, so that its tokens stop working in the same transaction.
 */
export const generateApiCredentials = accountOperation(
  {
    id: 'generateApiCredentials',
    method: 'post',
    path: '/users/{userId}/api-credentials',
    tag: 'Accounts',
    summary: 'Generate API credentials for a user; the earlier ones stop working at once',
    roles: administrators,
    response: {
      status: 201,
      description: 'The credentials. All but the client username are shown once.',
      schema: issuedApiCredentialsSchema,
    },
    badRequest: 'BAD_REQUEST',
    otherProblems: ['CONFLICT', 'SUPER_ADMIN_REQUIRED'],
    isShownOnce: true,
  },
  async ({ platform: { credentialUse }, tx, caller, organizationId, userId, now }) => {
    const account = await findAccount(tx, organizationId, userId, { now, credentialUse })
    requireRank(caller, [account.role])
    if (account.state === 'DISABLED') {
      throw new ApiProblem('BAD_REQUEST', 'The user is disabled. Enable the user first.')
    }
    const earlier = await tx
      .selectFrom('apiCredentials')
      .where('userId', '=', userId)
      .select('clientId')
      .executeTakeFirst()
    if (earlier) await tx.deleteFrom('clients').where('id', '=', earlier.clientId).execute()
    const issued = {
      clientUsername: `${account.username}.api`,
      clientPassword: randomText(),
      clientId: crypto.randomUUID(),
      clientSecret: randomText(),
    }
    const at = now.toISOString()
    await tx
      .insertInto('clients')
      .values({
        id: issued.clientId,
        name: `API credentials of ${account.username}`,
        // Random 256 bits can't be guessed, however fast the hash is.
        secretHash: await hashPassword(issued.clientSecret, 'cheap'),
        createdAt: at,
      })
      .execute()
    await tx
      .insertInto('apiCredentials')
      .values({
        userId,
        clientId: issued.clientId,
        clientUsername: issued.clientUsername,
        passwordHash: await hashPassword(issued.clientPassword, 'cheap'),
        issuedAt: at,
        lastUsedAt: null,
        usedOn: null,
        calls: 0,
      })
      .execute()
    return JSON.stringify(issued)
  },
)

function randomText(): string {
  return randomBytes(32).toString('base64url')
}
