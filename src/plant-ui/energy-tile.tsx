import { clsx } from 'clsx'
import { type EnergySeries, seriesColours } from './energy-words'

interface EnergyTileProps {
  label: string
  /** Undefined when there is no value; then `absent` is shown instead. */
  value?: string | undefined
  unit?: string
  absent?: string
  hint?: string | undefined
  /** The server sent this value, but it is not a measurement. */
  isDoubtful?: boolean
  /** True for a smaller number: one broken over two lines would read as two. */
  isCompact?: boolean
  /** The series whose colour marks it in the charts. */
  series?: EnergySeries
}

export function EnergyTile(props: EnergyTileProps) {
  const { label, value, unit, absent, hint, isDoubtful, isCompact, series } = props
  const size = isCompact ? 'text-base' : 'text-xl'
  return (
    <div className="flex min-w-0 flex-col gap-1 rounded-md border border-line bg-surface px-4 py-3 max-md:last:col-span-2 md:max-lg:col-span-2 md:max-lg:nth-4:col-span-3 md:max-lg:nth-5:col-span-3">
      <dt className="flex items-center gap-2 text-sm text-muted">
        {series ? (
          <span
            aria-hidden
            data-swatch
            className="size-2.5 shrink-0 rounded-sm"
            style={{ background: seriesColours[series] }}
          />
        ) : null}
        {label}
      </dt>
      <dd className="wrap-anywhere">
        {value === undefined ? (
          <span className={clsx('text-faint', size)}>{absent}</span>
        ) : (
          <>
            <span
              translate="no"
              className={clsx('tabular-nums', isDoubtful ? 'text-faint' : 'font-semibold', size)}
            >
              {value}
            </span>
            {unit === undefined ? null : <span className="text-sm text-muted"> {unit}</span>}
          </>
        )}
        {hint === undefined ? null : <span className="block text-xs text-muted">{hint}</span>}
      </dd>
    </div>
  )
}
