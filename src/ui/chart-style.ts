export const axisTick = { fill: 'var(--color-muted)', fontSize: 12 }

/** Styles of the recharts tooltip in the page's colours; its entries would have the colours of the lines. */
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
