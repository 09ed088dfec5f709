import { mutationOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import {
  type Account,
  type AccountChange,
  type NewAccount,
  accountSchema,
  auditEntrySchema,
  issuedApiCredentialsSchema,
} from './account-schemas'
import { request } from './client'
import { NotSentError } from './errors'
import { tolerant } from './fields'
import { type PageReach, openPageSchema, readPageMeta } from './page-meta'
import { accountKeys } from './query-keys'
import { reread } from './reread'
import { isPathSegment } from '@/lib/path-segment'

const readableAccountSchema = tolerant(accountSchema, { username: '', role: '', state: '' })
const readableEntrySchema = tolerant(auditEntrySchema, { username: '', action: '' })

/** A page of rows; `unreadableRows` are those without a readable ID. */
export interface RowPage<Row> {
  data: Row[]
  unreadableRows: number
  meta: PageReach
}

interface PageRequest {
  page: number
  limit: number
}

/** Entries of one user, or about one plant or user. */
interface AuditRequest extends PageRequest {
  userId?: string
  subjectId?: string
}

async function readRows<Row>(
  operation: string,
  path: string,
  {
    rowSchema,
    query,
    signal,
  }: { rowSchema: z.ZodMiniType<Row, unknown>; query: AuditRequest; signal: AbortSignal },
): Promise<RowPage<Row>> {
  const { data, meta } = await request({
    operation,
    method: 'GET',
    path,
    query: { ...query },
    requestClass: 'read',
    schema: openPageSchema,
    signal,
  })
  const rows = data.flatMap((row) => {
    const read = z.safeParse(rowSchema, row)
    return read.success ? [read.data] : []
  })
  return {
    data: rows,
    unreadableRows: data.length - rows.length,
    meta: readPageMeta(meta, query, data.length),
  }
}

function accountPath(userId: string, rest = ''): string {
  if (!isPathSegment(userId)) throw new NotSentError('invalid', 'user ID')
  return `/users/${encodeURIComponent(userId)}${rest}`
}

/** Largest page of `GET /users`. */
const maxLimit = 100
/** More accounts than an organization has users; a search says when there are more. */
const maxPages = 20

/** All accounts, as far as their pages were read. */
export interface EveryAccount {
  accounts: Account[]
  /** Rows without a readable ID. */
  unreadableRows: number
  total: number | undefined
  /** True when the server has more pages than were read. */
  hasMore: boolean
}

async function readEveryAccount(signal: AbortSignal): Promise<EveryAccount> {
  // By ID: a row that moves to the next page while the pages are read would appear twice.
  const accounts = new Map<string, Account>()
  let unreadableRows = 0
  for (let page = 1; ; page += 1) {
    const query = { page, limit: maxLimit }
    const { data, meta, ...rest } = await readRows('listAccounts', '/users', {
      rowSchema: readableAccountSchema,
      query,
      signal,
    })
    for (const account of data) accounts.set(account.id, account)
    unreadableRows += rest.unreadableRows
    const hasMore = meta.hasNext && data.length + rest.unreadableRows > 0
    if (!hasMore || page === maxPages) {
      return { accounts: [...accounts.values()], unreadableRows, total: meta.total, hasMore }
    }
  }
}

/** Query options for accounts and for the audit log. */
export const accountQueries = {
  every: () =>
    queryOptions({
      queryKey: accountKeys.every,
      queryFn: ({ signal }) => readEveryAccount(signal),
    }),
  detail: (userId: string) =>
    queryOptions({
      queryKey: accountKeys.detail(userId),
      queryFn: ({ signal }) =>
        request({
          operation: 'getAccount',
          method: 'GET',
          path: accountPath(userId),
          requestClass: 'read',
          schema: readableAccountSchema,
          signal,
        }),
    }),
  audit: (query: AuditRequest) =>
    queryOptions({
      queryKey: accountKeys.audit(query),
      queryFn: ({ signal }) =>
        readRows('listAuditEntries', '/audit', { rowSchema: readableEntrySchema, query, signal }),
    }),
}

/** Mutation options for creating an account. */
export const createAccount = mutationOptions({
  mutationFn: (account: NewAccount) =>
    request({
      operation: 'createAccount',
      method: 'POST',
      path: '/users',
      body: JSON.stringify(account),
      requestClass: 'write',
      schema: readableAccountSchema,
    }),
  onSettled: (_data, error, _variables, _context, { client }) =>
    reread(client, error, { queryKey: accountKeys.all }),
})

/** Mutation options for changing an account's role or state. */
export const updateAccount = mutationOptions({
  mutationFn: ({ userId, change }: { userId: string; change: AccountChange }) =>
    request({
      operation: 'updateAccount',
      method: 'PATCH',
      path: accountPath(userId),
      body: JSON.stringify(change),
      requestClass: 'write',
      schema: readableAccountSchema,
    }),
  onSettled: (_data, error, _variables, _context, { client }) =>
    reread(client, error, { queryKey: accountKeys.all }),
})

/** Mutation options for generating API credentials, which invalidates the earlier ones and their tokens. Not repeatable. */
export const generateApiCredentials = mutationOptions({
  mutationFn: (userId: string) =>
    request({
      operation: 'generateApiCredentials',
      method: 'POST',
      path: accountPath(userId, '/api-credentials'),
      requestClass: 'physical',
      schema: tolerant(issuedApiCredentialsSchema),
    }),
  // Never waits: the secrets are shown immediately.
  onSettled: (_data, error, _variables, _context, { client }) => {
    void reread(client, error, { queryKey: accountKeys.all })
  },
})
