import { expect, it } from 'vitest'
import { FleetColumns } from './fleet-columns'
import { encodePage } from './page-encoder'
import { ContractError } from '@/api/errors'

const query = { page: 1, limit: 100 }
const bodyOf = (text: string) => new TextEncoder().encode(text).slice().buffer
const row = { id: 'a', name: 'FVE Brno', metadata: { ean: 1 } }

it('parses a page and keeps metadata as it was sent', () => {
  const text = JSON.stringify({ data: [row, { name: 'no id' }], meta: { total: 2 } }).replace(
    '"ean":1',
    '"ean":859182400937649444',
  )
  const page = encodePage(bodyOf(text), query, 5_000)
  expect(page).toMatchObject({ rows: 2, unreadableRows: 1, meta: { total: 2 } })
  const columns = new FleetColumns()
  columns.addPage(page.columns)
  expect(columns.plantAt(0).name).toBe('FVE Brno')
  expect(columns.searchTextOf(0)).toContain('859182400937649444')
})

it.each(['', '<html>', '{"data":1}'])('rejects %j', (text) => {
  expect(() => encodePage(bodyOf(text), query, 5_000)).toThrow(ContractError)
})
