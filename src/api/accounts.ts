import { mutationOptions, queryOptions } from '@tanstack/react-query'
import * as z from 'zod/mini'
import {
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
  userId?: string | undefined
}

async function readRows<Row>(
  operation: string,
  path: string,
  {
    rowSchema,
    query,
    signal,
  }: { rowSchema: z.ZodMiniType<Row, unknown>; query: PageRequest; signal: AbortSignal },
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

/** Query options for accounts and for the audit log. */
export const accountQueries = {
  list: (query: PageRequest) =>
    queryOptions({
      queryKey: accountKeys.list(query),
      queryFn: ({ signal }) =>
        readRows('listAccounts', '/users', { rowSchema: readableAccountSchema, query, signal }),
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
  audit: (query: PageRequest) =>
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
  onSettled: (_data, _error, _variables, _context, { client }) =>
    client.invalidateQueries({ queryKey: accountKeys.all }),
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
  onSettled: (_data, _error, _variables, _context, { client }) =>
    client.invalidateQueries({ queryKey: accountKeys.all }),
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
  onSettled: (_data, _error, _variables, _context, { client }) =>
    client.invalidateQueries({ queryKey: accountKeys.all }),
})
