import { afterEach, expect, it, vi } from 'vitest'
import { loadTableWorker } from './test-table-worker'

afterEach(() => vi.unstubAllGlobals())

const head = { title: 'T', columns: [{ heading: 'A', kind: 'text' }], about: [] } as const

it('replies to each message, and sends the file last', async () => {
  const send = await loadTableWorker()
  expect(send({ kind: 'start', format: 'csv', head })).toEqual({ kind: 'done' })
  expect(send({ kind: 'rows', rows: [['x'], ['=y']] })).toEqual({ kind: 'done' })
  const reply = send({ kind: 'finish' })
  expect(reply.kind === 'file' && (await reply.file.text())).toBe("A\r\nx\r\n'=y")
})

it('sends the reason why it failed', async () => {
  const send = await loadTableWorker()
  send({ kind: 'start', format: 'xlsx', head })
  const rows = Array.from({ length: 1_048_576 }, () => [])
  expect(send({ kind: 'rows', rows })).toEqual({
    kind: 'failed',
    message: 'Excel opens 1,048,575 rows at most. Export CSV instead.',
  })
})
