import type { Certificates } from './use-certificates'
import { checkOf, figureLabels, figures } from '@/domain/renewals/figure-checks'
import { type FigureCheck, coverageText } from '@/domain/renewals/stats-check'
import { formatCount } from '@/lib/format-count'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { usePrinting } from '@/ui/printing'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'

/** The figures of the platform, each compared with the list. */
export function StatTiles({ certificates }: { certificates: Certificates }) {
  const { data } = certificates.stats
  if (!data) return null
  return (
    <dl className="grid grid-cols-2 gap-3 lg:grid-cols-5">
      {figures.map((figure) => (
        <Tile key={figure} label={figureLabels[figure]}>
          <Figure value={data[figure]} isLost={isUnreadable(data, figure)} />
          <Check check={checkOf(figure, certificates)} />
        </Tile>
      ))}
      <Tile label="Next renewal">
        <span className="block text-xl font-semibold tabular-nums">
          <RelativeTime
            value={data.nextRenewalAt}
            absent="None"
            isUnreadable={isUnreadable(data, 'nextRenewalAt')}
          />
        </span>
        <span className="block text-xs text-muted">
          {data.nextRenewalAt ? (
            <AbsoluteTime value={data.nextRenewalAt} className="whitespace-normal!" />
          ) : (
            'The platform gave no date.'
          )}
        </span>
      </Tile>
    </dl>
  )
}

function Tile({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div className="min-w-0 rounded-md border border-line bg-surface px-3 py-1 max-lg:last:col-span-2">
      <dt className="text-sm text-muted">{label}</dt>
      <dd className="flex flex-wrap items-baseline gap-x-2 wrap-anywhere">{children}</dd>
    </div>
  )
}

function Figure({ value, isLost }: { value: number | null | undefined; isLost: boolean }) {
  if (value === null || value === undefined) {
    return <span className="block text-xl text-faint">{isLost ? 'Unreadable' : 'No figure'}</span>
  }
  return <span className="block text-xl font-semibold tabular-nums">{formatCount(value)}</span>
}

function Check({ check }: { check: FigureCheck | undefined }) {
  if (!check) return null
  switch (check.kind) {
    case 'same':
      return <span className="block text-xs text-muted">{check.text}</span>
    case 'not-compared':
      return (
        <span className="block text-xs text-muted">
          {check.gap === 'reading' ? 'Not compared yet' : 'Not compared: the list may lack plants'}
        </span>
      )
    case 'differs':
      return (
        <details className="text-xs">
          <summary className="rounded-sm">
            <StatusBadge isPlain tone="warn">
              Plant list: {formatCount(check.listed)}
            </StatusBadge>
          </summary>
          <p className="text-muted">{check.reason}</p>
        </details>
      )
  }
}

/** The part of the fleet that everything on this page except the tiles covers. */
export function Coverage({ certificates: { survey, fleet } }: { certificates: Certificates }) {
  const isPrinting = usePrinting()
  const { oldestReadAtMs } = fleet
  // The notice above says that the list failed.
  if (fleet.error && fleet.total === undefined) return null
  return (
    <p className="text-xs text-muted tabular-nums" aria-live="off">
      {coverageText({ ...fleet, plants: survey.plantIds.size })}
      {survey.unreadable > 0
        ? ` The expiry of ${formatCount(survey.unreadable)} of them couldn’t be read.`
        : null}
      {oldestReadAtMs === undefined ? null : (
        <>
          {' '}
          The oldest data was read{' '}
          {isPrinting ? (
            <AbsoluteTime value={oldestReadAtMs} />
          ) : (
            <RelativeTime value={oldestReadAtMs} />
          )}
          .
        </>
      )}
    </p>
  )
}
