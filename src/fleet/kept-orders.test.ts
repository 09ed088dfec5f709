import { expect, it } from 'vitest'
import { KeptOrders } from './kept-orders'
import { encodePlants } from './page-columns'
import { columnsOf, nowMs, plainPlant } from './test-fleets'
import { sortKeys } from '@/domain/fleet/fleet-sort'
import { runSteps } from '@/lib/run-steps'

const byName = { key: 'name', isDescending: false } as const

it('puts back rows that were written or removed, and no others', () => {
  const columns = columnsOf(['a', 'b', 'c'].map((id) => plainPlant(id)))
  const orders = new KeptOrders()
  const order = orders.of(columns, byName)
  runSteps(order.settle())
  const write = (name: string) =>
    orders.write(columns, encodePlants([plainPlant('a', name)], nowMs))
  write('a')
  expect(order.pending).toBe(0)
  write('z')
  columns.remove(columns.find('b'))
  orders.note(1)
  expect(order.pending).toBe(2)
  runSteps(order.settle())
  expect(Array.from(order.now(), (row) => columns.idOf(row))).toEqual(['c', 'a'])
})

it('keeps the four orders that were asked for last', () => {
  const columns = columnsOf([plainPlant('a')])
  const orders = new KeptOrders()
  const first = orders.of(columns, byName)
  for (const key of sortKeys.slice(-3)) orders.of(columns, { key, isDescending: true })
  expect(orders.of(columns, byName)).toBe(first)
  for (const key of sortKeys.slice(-4)) orders.of(columns, { key, isDescending: true })
  expect(orders.of(columns, byName)).not.toBe(first)
})
