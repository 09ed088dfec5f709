import type { Load } from './measure.ts'
import { median } from './median.ts'
import { type Limit, limits } from './targets.ts'

/** Formats the median of each figure beside the floor's, with its limit and "ok" or "over". */
export function report(loads: ReadonlyMap<string, readonly Load[]>, floorName: string): string {
  const floor = loads.get(floorName) ?? []
  const tables = [...loads]
    .filter(([name]) => name !== floorName)
    .map(([name, own]) => {
      const rows = limits.map((limit) => row(limit, own, floor))
      return `${name}\n${table([['', 'median', 'floor', 'ratio', 'target', ''], ...rows])}`
    })
  return tables.join('\n\n')
}

function row(limit: Limit, own: readonly Load[], floor: readonly Load[]): string[] {
  const value = median(own.map(limit.read))
  const least = median(floor.map(limit.read))
  const ratio = value / least
  const isOk = limit.max === undefined ? ratio <= (limit.maxRatio ?? Infinity) : value <= limit.max
  const verdict = isOk ? 'ok' : 'over'
  const times = limit.maxRatio === undefined ? '' : `<= ${limit.maxRatio} x floor`
  const target = limit.max === undefined ? times : `<= ${limit.max}`
  return [
    limit.name,
    value.toFixed(limit.digits),
    least.toFixed(limit.digits),
    Number.isFinite(ratio) ? `${ratio.toFixed(2)} x` : '',
    target,
    target === '' ? '' : verdict,
  ]
}

function table(rows: readonly (readonly string[])[]): string {
  const widths =
    rows[0]?.map((_, at) => Math.max(...rows.map((cells) => cells[at]?.length ?? 0))) ?? []
  return rows
    .map((cells) =>
      cells
        .map((cell, at) =>
          at === 0 || at > 3 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
