import type { ReactNode } from 'react'
import { ResponsiveContainer } from 'recharts'
import { usePrinting } from '@/ui/printing'

interface ChartBoxProps {
  height: number
  children: ReactNode
}

/** The width of A4 within its margins, in CSS pixels; `styles.css` fits a chart to any other paper. */
const paperWidth = 660

/** The room of a chart: as wide as its place, and on paper as wide as the sheet, which no observer tells in time. */
export function ChartBox({ height, children }: ChartBoxProps) {
  const isPrinting = usePrinting()
  return (
    <ResponsiveContainer width={isPrinting ? paperWidth : '100%'} height={height}>
      {children}
    </ResponsiveContainer>
  )
}
