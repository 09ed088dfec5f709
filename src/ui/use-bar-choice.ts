import { useRef } from 'react'

/** Row of a bar chart; `of` is what the bar counts. */
interface BarRow<Of> {
  of: Of
  label: string
}

interface BarEvent {
  activeTooltipIndex?: unknown
}

/** Makes the bars of a recharts chart clickable. The bar that its tooltip describes is chosen by Enter. */
export function useBarChoice<Of>(rows: readonly BarRow<Of>[], onChoose: (of: Of) => void) {
  // The arrow keys move the tooltip from bar to bar.
  const described = useRef<BarRow<Of>>(undefined)
  const choose = (row: BarRow<Of> | undefined) => row && onChoose(row.of)
  return {
    onKeyDown: ({ key }: { key: string }) => {
      if (key === 'Enter') choose(described.current)
    },
    onClick: ({ activeTooltipIndex }: BarEvent) => choose(rows[Number(activeTooltipIndex)]),
    labelFormatter: (_tick: unknown, items: readonly { payload?: unknown }[]) => {
      const row: unknown = items[0]?.payload
      described.current = rows.find((one) => one === row)
      return described.current?.label
    },
  }
}
