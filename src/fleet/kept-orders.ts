import type { FleetColumns } from './fleet-columns'
import { FleetOrder } from './fleet-order'
import type { PageColumns } from './page-columns'
import { type FleetSort, printSort } from '@/domain/fleet/fleet-sort'

/** A user rarely compares more. */
const maxOrders = 4

/** The orders of a fleet that were asked for last, which are kept up to date. */
export class KeptOrders {
  private readonly orders = new Map<string, FleetOrder>()

  /** Returns the plants in an order. */
  of(columns: FleetColumns, sort: FleetSort): FleetOrder {
    const key = printSort(sort) ?? ''
    const order = this.orders.get(key) ?? new FleetOrder(columns, sort)
    // Moved to the end: the first one was used least recently.
    this.orders.delete(key)
    this.orders.set(key, order)
    const [oldest] = this.orders.keys()
    if (this.orders.size > maxOrders && oldest !== undefined) this.orders.delete(oldest)
    return order
  }

  /** Notes that a row was removed. */
  note(row: number): void {
    for (const order of this.orders.values()) order.note(row)
  }

  /** Adds the plants of a page to the fleet, and notes the rows whose place may have changed; calls back for each row. */
  write(columns: FleetColumns, page: PageColumns, onRow?: (row: number) => void): void {
    const orders = [...this.orders.values()]
    columns.addPage(page, (row, isNew) => {
      const before = isNew ? [] : orders.map((order) => order.valueOf(row))
      return () => {
        for (const [at, order] of orders.entries()) {
          if (isNew || !Object.is(order.valueOf(row), before[at])) order.note(row)
        }
        onRow?.(row)
      }
    })
  }

  /** Drops all orders: sorting all rows once is faster than adding many one by one. */
  clear(): void {
    this.orders.clear()
  }
}
