import type { Kysely } from 'kysely'
import { type CredentialUse, dayOf } from './credential-use'
import type { Tables } from '#sandbox/platform/database/tables'
import { ApiProblem } from '#sandbox/platform/http/api-problem'
import type { Caller } from '#sandbox/platform/oauth/callers'
import type { Account } from '@/api/account-schemas'

/** Builds the query of an organization's accounts. */
function accountsOf(tx: Kysely<Tables>, organizationId: string) {
  return tx
    .selectFrom('users')
    .leftJoin('apiCredentials', 'apiCredentials.userId', 'users.id')
    .where('users.organizationId', '=', organizationId)
    .select([
      'users.id',
      'users.username',
      'users.role',
      'users.organizationId',
      'users.createdAt',
      'users.disabledAt',
      'users.lastSignInAt',
      'apiCredentials.clientId',
      'apiCredentials.clientUsername',
      'apiCredentials.issuedAt',
      'apiCredentials.lastUsedAt',
      'apiCredentials.usedOn',
      'apiCredentials.calls',
    ])
}

type AccountRow = Awaited<ReturnType<ReturnType<typeof accountsOf>['executeTakeFirstOrThrow']>>

/** Time of the request, and the use of credentials that is not stored yet. */
interface Reading {
  now: Date
  credentialUse: CredentialUse
}

function toAccount(row: AccountRow, { now, credentialUse }: Reading): Account {
  const { clientId, clientUsername, issuedAt, lastUsedAt, usedOn, calls, disabledAt } = row
  const { id, username, role, organizationId, createdAt, lastSignInAt } = row
  const today = dayOf(now.toISOString())
  const pending = clientId === null ? undefined : credentialUse.pendingOf(clientId)
  const callsToday =
    (usedOn === today ? (calls ?? 0) : 0) + (pending?.day === today ? pending.calls : 0)
  return {
    id,
    username,
    role,
    organizationId,
    createdAt,
    lastSignInAt,
    state: disabledAt === null ? 'ACTIVE' : 'DISABLED',
    apiCredentials:
      clientUsername === null
        ? null
        : { clientUsername, issuedAt, lastUsedAt: pending?.at ?? lastUsedAt, callsToday },
  }
}

/** Returns one page of an organization's accounts, by user name, and their number. */
export async function readAccounts(
  tx: Kysely<Tables>,
  organizationId: string,
  { page, limit, ...reading }: { page: number; limit: number } & Reading,
): Promise<{ data: Account[]; total: number }> {
  const { total } = await tx
    .selectFrom('users')
    .where('organizationId', '=', organizationId)
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  const rows = await accountsOf(tx, organizationId)
    .orderBy('users.username')
    .limit(limit)
    .offset((page - 1) * limit)
    .execute()
  return { data: rows.map((row) => toAccount(row, reading)), total }
}

/**
 * Returns an account; those of other organizations count as missing.
 * @throws ApiProblem NOT_FOUND
 */
export async function findAccount(
  tx: Kysely<Tables>,
  organizationId: string,
  userId: string,
  reading: Reading,
): Promise<Account> {
  const row = await accountsOf(tx, organizationId).where('users.id', '=', userId).executeTakeFirst()
  if (row) return toAccount(row, reading)
  throw new ApiProblem('NOT_FOUND', 'User not found')
}

/**
 * Only super-admins manage super-admins, and only they make others one.
 * @throws ApiProblem SUPER_ADMIN_REQUIRED
 */
export function requireRank(caller: Caller, roles: readonly (string | undefined)[]): void {
  if (caller.role !== 'super-admin' && roles.includes('super-admin')) {
    throw new ApiProblem('SUPER_ADMIN_REQUIRED', 'Only super-admins can manage super-admins')
  }
}
