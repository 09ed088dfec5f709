/** Line of the report; a figure without a target is for comparison only. */
export interface Figure {
  name: string
  measuredMs: number
  targetMs?: number
}

/** Returns the value that a share of the samples does not exceed (nearest rank). */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

export function figureTable(figures: readonly Figure[]): string {
  const rows = figures.map(({ name, measuredMs, targetMs }) => [
    name,
    measured(measuredMs),
    targetMs === undefined ? '' : measured(targetMs),
    verdict(measuredMs, targetMs),
  ])
  const all = [['', 'measured', 'target', ''], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all
    .map(([name = '', value = '', target = '', word = '']) =>
      [
        name.padEnd(widths[0] ?? 0),
        value.padStart(widths[1] ?? 0),
        target.padStart(widths[2] ?? 0),
        word,
      ]
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

function verdict(measuredMs: number, targetMs: number | undefined): string {
  if (targetMs === undefined) return ''
  return measuredMs <= targetMs ? 'ok' : 'over'
}

function measured(ms: number): string {
  return ms >= 1000 ? `${(ms / 1000).toFixed(2)} s` : `${ms.toFixed(2)} ms`
}
