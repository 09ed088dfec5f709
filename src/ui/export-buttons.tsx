import { Download } from 'lucide-react'
import { useRef } from 'react'
import { Button } from './button'
import type { ButtonSize } from './button-class'
import { type MakeTable, type RunningExport, useTableExport } from './use-table-export'
import { formatCount } from '@/lib/format-count'

const formats = [
  { format: 'csv', label: 'Export CSV' },
  { format: 'xlsx', label: 'Export Excel' },
] as const

interface ExportButtonsProps {
  table: MakeTable
  /** Distinguishes the buttons from others on the same page. */
  what?: string
  size?: ButtonSize
  /** The reason why the table can’t be exported. */
  refusal?: string | undefined
  /** Called once a file was saved. */
  onSaved?: () => void
}

/** Exports a table as CSV or Excel; an export that takes longer than a second shows its progress. */
export function ExportButtons(props: ExportButtonsProps) {
  const { table, what, size = 'md', refusal, onSaved } = props
  const ofWhat = what && ` of ${what}`
  const { running, run, preload } = useTableExport(table, onSaved)
  const first = useRef<HTMLButtonElement>(null)

  function cancel() {
    running?.cancel()
    // The focused button is about to disappear.
    first.current?.focus()
  }

  return (
    <div data-print="hide" className="flex flex-wrap items-center gap-2">
      {running ? <Progress {...running} ofWhat={ofWhat} size={size} cancel={cancel} /> : null}
      {formats.map(({ format, label }, at) => (
        <Button
          key={format}
          ref={at === 0 ? first : undefined}
          size={size}
          aria-label={ofWhat && label + ofWhat}
          icon={<Download aria-hidden className="size-4 max-md:hidden" />}
          disabledReason={running ? 'An export is in progress.' : refusal}
          onPointerEnter={preload}
          onFocus={preload}
          onClick={() => run(format)}
        >
          {label}
        </Button>
      ))}
    </div>
  )
}

interface ProgressProps extends RunningExport {
  ofWhat: string | undefined
  size: ButtonSize
}

function Progress(props: ProgressProps) {
  const { format, rowCount, writtenRows, ofWhat, size, cancel } = props
  return (
    <>
      <progress
        aria-label={`${format === 'csv' ? 'CSV' : 'Excel'} export${ofWhat ?? ''}`}
        max={rowCount}
        value={rowCount === undefined ? undefined : writtenRows}
        className="h-2 w-24 accent-accent"
      />
      <span className="text-sm text-muted tabular-nums">
        {rowCount === undefined
          ? 'Preparing…'
          : `${formatCount(writtenRows)} of ${formatCount(rowCount)} rows`}
      </span>
      <Button size={size} aria-label={ofWhat && `Cancel the export${ofWhat}`} onClick={cancel}>
        Cancel
      </Button>
    </>
  )
}
