import { Button } from '@/ui/button'

interface TableButtonProps {
  isTable: boolean
  onChange: (isTable: boolean) => void
}

/** Changes between a chart and its table. */
export function TableButton({ isTable, onChange }: TableButtonProps) {
  return (
    <Button
      size="sm"
      data-print="hide"
      className="with-wall:hidden"
      aria-pressed={isTable}
      onClick={() => onChange(!isTable)}
    >
      Show as a table
    </Button>
  )
}
