import { readChanges } from '#sandbox/platform/audit/recorded-changes'
import { fleetOperation } from '#sandbox/platform/http/operation'
import { administrators } from '#sandbox/platform/oauth/roles'
import { type AuditEntry, auditPageSchema, auditQuerySchema } from '@/api/account-schemas'

/** `GET /audit`: what was done in the organization, the latest first. */
export const listAuditEntries = fleetOperation(
  {
    id: 'listAuditEntries',
    method: 'get',
    path: '/audit',
    tag: 'Accounts',
    summary: 'List sign-ins and changes: all, those by one user, or those of one plant or user',
    roles: administrators,
    query: auditQuerySchema,
    response: { status: 200, description: 'One page of entries', schema: auditPageSchema },
    badRequest: 'VALIDATION_ERROR',
  },
  async ({ platform, tx, organizationId, query: { page, limit, userId, subjectId } }) => {
    await platform.refusedSignIns.write(tx)
    const all = tx.selectFrom('auditEntries').where('organizationId', '=', organizationId)
    const byUser = userId === undefined ? all : all.where('userId', '=', userId.toLowerCase())
    const asked =
      subjectId === undefined ? byUser : byUser.where('subjectId', '=', subjectId.toLowerCase())
    const { total } = await asked
      .select(({ fn }) => fn.countAll<number>().as('total'))
      .executeTakeFirstOrThrow()
    const rows = await asked
      .selectAll()
      // Refused sign-ins are stored later than they happen.
      .orderBy('at', 'desc')
      .orderBy('sequence', 'desc')
      .limit(limit)
      .offset((page - 1) * limit)
      .execute()
    const data = rows.map(
      ({ sequence, organizationId: _own, isByApiCredentials, changes, ...entry }): AuditEntry => ({
        id: String(sequence),
        ...entry,
        isByApiCredentials: isByApiCredentials === 1,
        changes: readChanges(changes),
      }),
    )
    const meta = { page, limit, total, totalPages: Math.ceil(total / limit) }
    return JSON.stringify({ data, meta })
  },
)
