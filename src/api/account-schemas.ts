// Accounts are an addition of the embedded platform, not part of the Plants API: another backend may lack them.
import * as z from 'zod/mini'
import { openEnum, pageMetaSchema, timestampSchema } from './fields'
import type { WithUnreadable } from '@/lib/unreadable'

/** Roles that an account can have; closed because we send them. */
export const accountRoleSchema = z.enum(['super-admin', 'admin', 'operator', 'support'])
export type AccountRole = z.infer<typeof accountRoleSchema>

/** States of an account; closed because we send them. */
const accountStateSchema = z.enum(['ACTIVE', 'DISABLED'])
export type AccountState = z.infer<typeof accountStateSchema>

const apiCredentialsSchema = z.object({
  clientUsername: z.string(),
  issuedAt: timestampSchema,
  lastUsedAt: timestampSchema,
  /** Token requests and calls since midnight UTC. */
  callsToday: z.nullish(z.int()),
})

/** A user of an organization, and the API credentials without their secrets. */
export const accountSchema = z
  .object({
    id: z.string(),
    username: z.string(),
    role: openEnum<AccountRole>(),
    state: openEnum<AccountState>(),
    organizationId: z.nullish(z.string()),
    createdAt: timestampSchema,
    lastSignInAt: timestampSchema,
    apiCredentials: z.nullish(apiCredentialsSchema),
  })
  .register(z.globalRegistry, { id: 'Account' })
export type Account = z.infer<typeof accountSchema> & WithUnreadable

const passwordMin = 12
const usernameMax = 64

/** A new user, as sent and as filled in. */
export const newAccountSchema = z
  .object({
    username: z.string().check(
      z.regex(/^[A-Za-z0-9][A-Za-z0-9._@-]*$/, {
        error: 'Letters, digits and . _ - @ only, and a letter or digit first.',
      }),
      z.maxLength(usernameMax, { error: `At most ${usernameMax} characters.` }),
    ),
    password: z
      .string()
      .check(
        z.minLength(passwordMin, { error: `At least ${passwordMin} characters.` }),
        z.maxLength(200, { error: 'At most 200 characters.' }),
      ),
    role: accountRoleSchema,
  })
  .register(z.globalRegistry, { id: 'NewAccount' })
export type NewAccount = z.infer<typeof newAccountSchema>

/** A change of a user. */
export const accountChangeSchema = z
  .object({ role: z.optional(accountRoleSchema), state: z.optional(accountStateSchema) })
  .register(z.globalRegistry, { id: 'AccountChange' })
export type AccountChange = z.infer<typeof accountChangeSchema>

/** New API credentials: password, client ID and client secret are shown once (document on authentication, 2.2). */
export const issuedApiCredentialsSchema = z
  .object({
    clientUsername: z.string(),
    clientPassword: z.string(),
    clientId: z.string(),
    clientSecret: z.string(),
  })
  .register(z.globalRegistry, { id: 'IssuedApiCredentials' })
export type IssuedApiCredentials = z.infer<typeof issuedApiCredentialsSchema> & WithUnreadable

/**
 * A value that an action set. Without `from` and `to`, the log doesn't keep the value; null is a value that is not set.
 */
const auditChangeSchema = z.object({
  /** Name of the value in the API. */
  member: z.string(),
  from: z.nullish(z.string()),
  to: z.nullish(z.string()),
})
export type AuditChange = z.infer<typeof auditChangeSchema>

/** An entry of the audit log: an action, and the user whose it counts as. */
export const auditEntrySchema = z
  .object({
    id: z.string(),
    at: timestampSchema,
    userId: z.nullish(z.string()),
    username: z.string(),
    /** True for an action with the user's API credentials. */
    isByApiCredentials: z.nullish(z.boolean()),
    /** Operation of the API, `signIn` or `signInRefused`. */
    action: z.string(),
    /** The plant or the user that it was done to. */
    subjectId: z.nullish(z.string()),
    /** The values that the action set, empty if nothing changed; null where they aren't recorded. */
    changes: z.nullish(z.array(auditChangeSchema)),
  })
  .register(z.globalRegistry, { id: 'AuditEntry' })
export type AuditEntry = z.infer<typeof auditEntrySchema> & WithUnreadable

const pageQuerySchema = {
  page: z._default(z.int().check(z.minimum(1)), 1),
  limit: z._default(z.int().check(z.minimum(1), z.maximum(100)), 20),
}

/** Query of `GET /users`. */
export const accountsQuerySchema = z.object(pageQuerySchema)

/** Query of `GET /audit`: all entries, what one user did, or what was done to one plant or user. */
export const auditQuerySchema = z.object({
  ...pageQuerySchema,
  userId: z.optional(z.uuid()),
  subjectId: z.optional(z.uuid()),
})

/** One page of accounts. */
export const accountPageSchema = z
  .object({ data: z.array(accountSchema), meta: pageMetaSchema })
  .register(z.globalRegistry, { id: 'AccountPage' })
/** One page of the audit log, the latest entry first. */
export const auditPageSchema = z
  .object({ data: z.array(auditEntrySchema), meta: pageMetaSchema })
  .register(z.globalRegistry, { id: 'AuditPage' })
