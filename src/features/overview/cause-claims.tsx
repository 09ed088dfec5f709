import { PlaceLink } from './place-link'
import { facetIs } from '@/domain/attention/attention-severity'
import { causeBasis, causePlace, causeText } from '@/domain/common-cause/cause-words'
import type { CauseFindings } from '@/domain/common-cause/common-cause'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

/** Values that stand out among the plants that went offline. */
export function CauseClaims({ causes }: { causes: CauseFindings }) {
  if (causes.claims.length === 0) return null
  return (
    <div className="px-4 py-2">
      <Notice tone="warn" title="One cause may be behind many of the plants that went offline">
        <ul className="flex flex-col gap-1">
          {causes.claims.map((claim) => (
            <li key={causeText(claim, '')} className="flex flex-wrap gap-x-3">
              <UntrustedText>{causeText(claim, 'newly offline')}</UntrustedText>
              <PlaceLink to={causePlace(claim, [facetIs('status', 'OFFLINE')])}>
                Show the plants that share it
              </PlaceLink>
            </li>
          ))}
        </ul>
        <p className="text-xs text-muted">{causeBasis(causes)}</p>
      </Notice>
    </div>
  )
}
