/** Text beside an axis. */
export const axisTick = { fill: 'var(--color-muted)', fontSize: 12 }

/** From 0 to a round number beyond the most; all the way down only if something is below 0. */
export function amountDomain(amounts: readonly (number | null)[]): [0 | 'auto', 1 | 'auto'] {
  const isAny = (test: (amount: number) => boolean) =>
    amounts.some((amount) => amount !== null && test(amount))
  return [isAny((amount) => amount < 0) ? 'auto' : 0, isAny((amount) => amount > 0) ? 'auto' : 1]
}

/** Recharts' tooltip in the page's colours; its entries would be written in those of the lines. */
export const tooltipStyle = {
  contentStyle: {
    background: 'var(--color-raised)',
    border: '1px solid var(--color-line-strong)',
    borderRadius: 'var(--radius-md)',
    padding: '6px 10px',
    fontSize: 12,
  },
  itemStyle: { color: 'var(--color-ink)', padding: 0 },
  labelStyle: { color: 'var(--color-muted)' },
}
