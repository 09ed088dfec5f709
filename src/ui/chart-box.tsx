import type { ReactNode } from 'react'
import { ResponsiveContainer } from 'recharts'
import { usePrinting } from './printing'

interface ChartBoxProps {
  height: number
  children: ReactNode
}

/** Printable width of A4 in CSS pixels; `styles.css` fits a chart to other paper sizes. */
const paperWidth = 660

/** As wide as its parent, in print as wide as the paper: a resize observer reports too late. */
export function ChartBox({ height, children }: ChartBoxProps) {
  const isPrinting = usePrinting()
  return (
    <ResponsiveContainer width={isPrinting ? paperWidth : '100%'} height={height}>
      {children}
    </ResponsiveContainer>
  )
}
