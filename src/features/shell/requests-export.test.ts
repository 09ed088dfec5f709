import { expect, it } from 'vitest'
import { requestsExport } from './requests-export'
import type { RecordedCall } from '@/api/transcript'

const call: RecordedCall = {
  number: 1,
  operation: 'getPlant',
  method: 'GET',
  url: 'https://api.example/api/v1/plants/1',
  headers: [['accept', 'application/json']],
  body: undefined,
  isBodyLeftOut: false,
  sentAtMs: Date.UTC(2026, 10, 22, 10),
  durationMs: 41.7,
  status: 404,
  code: 'PLANT_NOT_FOUND',
  requestId: 'r-1',
}

it('states what was called, its end, the filter and the number of rows', () => {
  const exportedAtMs = Date.UTC(2026, 10, 22, 11)
  const table = requestsExport({ calls: [call], total: 7, isErrorsOnly: true, exportedAtMs })
  expect(table.fileName).toBe('requests-2026-11-22')
  expect([...table.rows]).toEqual([
    [
      call.sentAtMs,
      'getPlant',
      'GET',
      call.url,
      '404',
      'PLANT_NOT_FOUND',
      42,
      'r-1',
      `curl -sS -H "Authorization: Bearer $ACCESS_TOKEN" -H 'accept: application/json' ${call.url}`,
    ],
  ])
  expect(table.about.map(({ label, text }) => `${label}: ${text}`)).toEqual([
    'Filter: Errors only',
    'Rows: 1 of 7 requests',
    'Data as of: 2026-11-22 10:00:00 UTC',
    'Exported: 2026-11-22 11:00:00 UTC',
  ])
})
