import { Link } from '@tanstack/react-router'
import { clsx } from 'clsx'
import type { ReactNode } from 'react'
import { type FacetShare, facetShares } from '@/domain/fleet/facet-shares'
import { facetTitle } from '@/domain/fleet/facet-values'
import type { FacetName } from '@/domain/fleet/fleet-filter'
import { countOf, formatCount } from '@/lib/format-count'
import { formatPct, pctDecimals } from '@/lib/format-pct'
import { Panel } from '@/ui/panel'
import { StatusBadge } from '@/ui/status-badge'
import { toneText } from '@/ui/tone-classes'
import { UntrustedText } from '@/ui/untrusted-text'

interface ShareTileProps {
  facet: FacetName
  counts: readonly { value: string; count: number }[]
  /** Notices to read before the numbers. */
  children?: ReactNode
}

/** The plants by one attribute: for each value a link to its plants, their number and their share. */
export function ShareTile({ facet, counts, children }: ShareTileProps) {
  const { shares, rest } = facetShares(facet, counts)
  const decimals = pctDecimals(shares.map(({ pct }) => pct))
  return (
    <Panel title={facetTitle(facet)}>
      <div className="flex flex-col gap-1 p-2">
        {children}
        <ul>
          {shares.map((share) => (
            <li key={share.value}>
              <ShareLine share={share} decimals={decimals} />
            </li>
          ))}
        </ul>
        {rest.values > 0 ? (
          <p className="px-2 text-sm text-muted tabular-nums">
            {countOf(rest.plants, 'plant')} in {countOf(rest.values, 'other value')}
          </p>
        ) : null}
      </div>
    </Panel>
  )
}

const lineClass =
  'grid min-h-8 grid-cols-[minmax(0,1fr)_auto_4.5rem] items-center gap-x-3 rounded-md px-2 text-inherit no-underline max-md:min-h-11'

interface ShareLineProps {
  share: FacetShare
  /** Decimals of its percentage. */
  decimals: 0 | 1
}

function ShareLine(props: ShareLineProps) {
  const { share } = props
  if (share.count === 0) {
    return (
      <div className={lineClass}>
        <ShareCells {...props} />
      </div>
    )
  }
  return (
    <Link to="/plants" search={{ q: share.line }} className={clsx(lineClass, 'hover:bg-hover')}>
      <ShareCells {...props} />
    </Link>
  )
}

function ShareCells({ share: { label, tone, count, pct }, decimals }: ShareLineProps) {
  const numberClass = clsx('text-right tabular-nums', count === 0 && 'text-faint')
  const text = <UntrustedText isCut>{label}</UntrustedText>
  return (
    <>
      {tone ? (
        <StatusBadge isPlain tone={tone}>
          {text}
        </StatusBadge>
      ) : (
        <span className="truncate">{text}</span>
      )}{' '}
      <span className={clsx(numberClass, 'text-lg font-semibold')}>{formatCount(count)}</span>{' '}
      <span className={clsx(numberClass, 'text-sm text-muted')}>{formatPct(pct, decimals)}</span>
      <span aria-hidden className="col-span-3 -mt-1 h-0.5 bg-line">
        {count > 0 ? (
          <span
            data-swatch
            className={clsx('block h-full bg-current', tone ? toneText[tone] : 'text-accent')}
            style={{ width: `${pct}%` }}
          />
        ) : null}
      </span>
    </>
  )
}
