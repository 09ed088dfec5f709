import { clsx } from 'clsx'

interface ProgressBarProps {
  label: string
  /** Leave out while the amount of work is unknown. */
  value?: number
  max?: number
  /** The figures in words, shown beside the bar and read out: "3,200 of 12,400". */
  valueText?: string
  tone?: 'accent' | 'ok' | 'warn' | 'danger'
  isLabelHidden?: boolean
}

const fills = { accent: 'bg-accent', ok: 'bg-ok', warn: 'bg-warn', danger: 'bg-danger' }

export function ProgressBar(props: ProgressBarProps) {
  const { label, value, max = 100, valueText, tone = 'accent', isLabelHidden = false } = props
  return (
    <div className="flex flex-col gap-1">
      <div
        aria-hidden
        className={clsx(
          'flex justify-between gap-4 text-xs text-muted',
          isLabelHidden && !valueText && 'hidden',
        )}
      >
        <span>{isLabelHidden ? null : label}</span>
        <span className="tabular-nums">{valueText}</span>
      </div>
      <div
        // No <progress>: browsers do not draw it alike.
        role="progressbar"
        aria-label={label}
        aria-valuemin={0}
        aria-valuemax={max}
        aria-valuenow={value}
        aria-valuetext={valueText}
        className="h-1.5 overflow-hidden rounded-sm border border-transparent bg-line"
      >
        <div
          className={clsx('h-full forced-color-adjust-none', fills[tone])}
          style={{ width: `${shareOf(value, max) * 100}%` }}
        />
      </div>
    </div>
  )
}

/** A maximum of 0 must not turn into NaN; an unknown amount shows a piece, so that the bar is seen. */
function shareOf(value: number | undefined, max: number): number {
  if (value === undefined) return 0.3
  return max > 0 ? Math.min(1, Math.max(0, value / max)) : 0
}
