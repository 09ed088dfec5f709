import { Link } from '@tanstack/react-router'
import { AttentionLink } from './attention-link'
import { causeBasis, causePlace, causeText } from '@/domain/common-cause/cause-words'
import type { CauseClaim, CauseFindings } from '@/domain/common-cause/common-cause'
import type { Condition } from '@/domain/fleet/fleet-filter'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

const isOffline: Condition = { kind: 'facet', facet: 'status', values: ['OFFLINE'] }

/** What plants that went offline have in common, if something stands out. */
export function CauseClaims({ causes }: { causes: CauseFindings }) {
  if (causes.claims.length === 0) return null
  return (
    <div className="px-4 py-2">
      <Notice tone="warn" title="One cause may be behind many of the plants that went offline">
        <ul className="flex flex-col gap-1">
          {causes.claims.map((claim) => (
            <li key={causeText(claim, '')} className="flex flex-wrap gap-x-3">
              <UntrustedText>{causeText(claim, 'newly offline')}</UntrustedText>
              <ClaimLink claim={claim} />
            </li>
          ))}
        </ul>
        <p className="text-xs text-muted">{causeBasis(causes)}</p>
      </Notice>
    </div>
  )
}

function ClaimLink({ claim }: { claim: CauseClaim }) {
  const place = causePlace(claim, [isOffline])
  if (place.page === 'plants') {
    return <AttentionLink to={place}>Show the offline plants that share it</AttentionLink>
  }
  return (
    <Link
      to="/certificates"
      search={{ from: place.from, to: place.to }}
      className="rounded-sm font-medium text-accent-text underline-offset-2 hover:underline"
    >
      Show the certificates
    </Link>
  )
}
