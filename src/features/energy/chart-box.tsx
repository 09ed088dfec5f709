import { useSyncExternalStore } from 'react'
import type { ReactNode } from 'react'
import { ResponsiveContainer } from 'recharts'

interface ChartBoxProps {
  height: number
  children: ReactNode
}

/** The width of A4 within its margins, in CSS pixels; `styles.css` fits a chart to any other paper. */
const paperWidth = 660

/** The room of a chart: as wide as its place, and on paper as wide as the sheet, which no observer tells in time. */
export function ChartBox({ height, children }: ChartBoxProps) {
  const isPrinting = useSyncExternalStore(subscribeToPrinting, () => isOnPaper)
  return (
    <ResponsiveContainer width={isPrinting ? paperWidth : '100%'} height={height}>
      {children}
    </ResponsiveContainer>
  )
}

let isOnPaper = false
const listeners = new Set<() => void>()

function tell(isPrinting: boolean): void {
  isOnPaper = isPrinting
  for (const listener of listeners) listener()
}

if ('window' in globalThis) {
  addEventListener('beforeprint', () => tell(true))
  addEventListener('afterprint', () => tell(false))
}

function subscribeToPrinting(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
