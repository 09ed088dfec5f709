import { Fragment } from 'react'
import { PlaceLink } from './place-link'
import type { OfflineCounts } from '@/domain/attention/offline-tally'
import { countOf, formatCount } from '@/lib/format-count'

interface OfflineLineProps {
  offline: OfflineCounts
  /** True when only a part of the fleet was judged. */
  isPart: boolean
}

/** Says which offline plants the queue leaves out, so that its figures and those of the whole fleet add up. */
export function OfflineLine({ offline: { plants, listed, leftOut }, isPart }: OfflineLineProps) {
  if (leftOut.length === 0) return null
  const judged = isPart ? ' judged so far' : ''
  return (
    <p className="border-t border-line px-4 py-2 text-xs text-muted tabular-nums">
      {listed === 0
        ? `Offline plants${judged} not listed above: `
        : `Of ${countOf(plants, 'offline plant')}${judged}, ${formatCount(listed)} ${listed === 1 ? 'is' : 'are'} listed above. Not listed: `}
      {leftOut.map(({ words, filter }, at) => (
        <Fragment key={words}>
          {at > 0 ? '; ' : null}
          {filter ? <PlaceLink to={{ page: 'plants', filter }}>{words}</PlaceLink> : words}
        </Fragment>
      ))}
      .
    </p>
  )
}
