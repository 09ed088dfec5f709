import { expect, it } from 'vitest'
import { auditExport } from './audit-export'
import type { AuditEntry } from '@/api/account-schemas'

const readAtMs = Date.UTC(2026, 10, 22, 10)
const at = '2026-11-22T09:00:00Z'
const entries: AuditEntry[] = [
  {
    id: 'e2',
    at,
    username: '=ada',
    action: 'suspendPlant',
    subjectId: 'p1',
    isByApiCredentials: true,
  },
  {
    id: 'e3',
    at,
    username: 'ada',
    action: 'updateAccount',
    subjectId: 'u1',
    isByApiCredentials: false,
    changes: [{ member: 'role', from: 'support', to: 'operator' }],
  },
  {
    id: 'e1',
    at: null,
    username: 'ada',
    action: '',
    subjectId: null,
    isByApiCredentials: null,
    unreadable: ['action', 'at', 'isByApiCredentials', 'changes'],
  },
]

it('writes the page in words, with the operation as it was sent', () => {
  const { rows, about, fileName } = auditExport({
    username: 'Ada L.',
    part: 'by-user',
    nameOf: ({ subjectId }) => ({
      text: subjectId === 'p1' ? '=FVE Tábor' : undefined,
      word: subjectId === 'p1' ? 'now' : undefined,
      isReading: false,
    }),
    page: 2,
    read: {
      data: entries,
      unreadableRows: 1,
      meta: { total: 43, totalPages: 3, hasNext: true },
    },
    readAtMs,
    exportedAtMs: readAtMs + 60_000,
  })
  expect(fileName).toBe('audit-log-Ada-L-2026-11-22')
  const none = 'unreadable'
  expect([...rows]).toEqual([
    [
      Date.parse(at),
      'Suspended a plant',
      'suspendPlant',
      '=FVE Tábor',
      'now',
      'p1',
      null,
      'API credentials',
      '=ada',
      'e2',
    ],
    [
      Date.parse(at),
      'Changed a role',
      'updateAccount',
      undefined,
      null,
      'u1',
      'Role: Support → Operator',
      'Password',
      'ada',
      'e3',
    ],
    [none, none, none, null, null, null, none, none, 'ada', 'e1'],
  ])
  expect(about.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Account: Ada L.',
    'Filter: Done by this user',
    'Rows: 3 of 43 entries',
    'Data as of: 2026-11-22 10:00:00 UTC',
    'Exported: 2026-11-22 10:01:00 UTC',
    'Not recorded: Metadata, payloads and secrets',
    'Names: Plants and accounts have their latest known names.',
    'Loaded: Page 2 of the log: 3 entries',
    'Couldn’t be read: 1 more',
  ])
})

const exported = (part: 'by-user' | 'to-user') =>
  auditExport({
    username: 'ada',
    part,
    nameOf: () => ({ text: undefined, isReading: true }),
    page: 1,
    read: { data: entries, unreadableRows: 0, meta: { total: 3, totalPages: 1, hasNext: false } },
    readAtMs,
    exportedAtMs: readAtMs,
  })

it('says of a name that is being read that it is not read yet', () => {
  const subjects = [...exported('by-user').rows].map((row) => row[3])
  expect(subjects).toEqual(['not read yet', 'not read yet', null])
})

it('leaves out how names are found from a file of what was done to a user', () => {
  const labels = exported('to-user').about.map(({ label }) => label)
  expect(labels).not.toContain('Names')
  expect(labels).toContain('Not recorded')
})
