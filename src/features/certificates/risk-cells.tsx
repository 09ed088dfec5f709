import { authMethodLabel } from '@/domain/credentials/auth-methods'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import {
  contactLabel,
  contactWords,
  gradeMeanings,
  renewalAdvice,
} from '@/domain/renewals/renewal-advice'
import { type VerdictFact, verdictFacts } from '@/domain/renewals/verdict-facts'
import { wasNeverSeen } from '@/domain/status/connection'
import { isUnreadable } from '@/lib/unreadable'
import { LifecycleBadge } from '@/plant-ui/status-badges'
import { AbsoluteTime } from '@/ui/absolute-time'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'
import { UntrustedText } from '@/ui/untrusted-text'

/** Time left as number, word and icon, with the exact time below. */
export function TimeLeft({ row: { endMs, grade } }: { row: AtRisk }) {
  const { tone } = gradeMeanings[grade]
  return (
    <div className="flex min-w-0 flex-col max-md:items-end">
      <StatusBadge isPlain tone={tone} className="tabular-nums">
        {grade === 'expired' ? 'Expired ' : 'Expires '}
        <RelativeTime value={endMs} />
      </StatusBadge>
      <AbsoluteTime value={endMs} className="text-xs text-muted tabular-nums" />
    </div>
  )
}

/** State of the contact with the plant, with the time of its last contact or attempt. */
export function Contact({ row: { reach, plant } }: { row: AtRisk }) {
  if (reach === undefined) return <div className="text-muted">{contactLabel(plant, reach)}</div>
  const { text, tone, at } = contactWords(plant, reach)
  return (
    <div className="flex min-w-0 flex-col max-md:items-end">
      <StatusBadge isPlain tone={tone} className="tabular-nums md:[&>span]:whitespace-normal">
        {text}{' '}
        {at === undefined ? null : (
          <RelativeTime value={at === 'seen' ? plant.lastSeenAt : plant.lastAuthFailureAt} />
        )}
      </StatusBadge>
      {verdictFacts(plant, reach).map((fact) => (
        <span key={fact} className="text-xs text-muted tabular-nums">
          <Fact fact={fact} plant={plant} />
        </span>
      ))}
    </div>
  )
}

/** A sign that the verdict rests on. */
function Fact({ fact, plant }: { fact: VerdictFact; plant: AtRisk['plant'] }) {
  switch (fact) {
    case 'seen':
      return (
        <>
          Last contact{' '}
          <RelativeTime value={plant.lastSeenAt} isUnreadable={isUnreadable(plant, 'lastSeenAt')} />
        </>
      )
    case 'failed':
      return (
        <>
          Last failed attempt{' '}
          <RelativeTime
            value={plant.lastAuthFailureAt}
            isUnreadable={isUnreadable(plant, 'lastAuthFailureAt')}
          />
        </>
      )
    case 'noAttempt':
      return wasNeverSeen(plant)
        ? 'No failed attempt recorded'
        : 'No failed attempt since last contact'
  }
}

/** The next step towards a renewal, with its reason. */
export function NextStep({ row: { reach } }: { row: AtRisk }) {
  if (reach === undefined) return <div className="text-muted">not known yet</div>
  const { step, reason } = renewalAdvice(reach)
  return (
    <div className="flex min-w-0 flex-col">
      <span className="font-medium">{step}</span>
      <span className="text-xs text-muted">{reason}</span>
    </div>
  )
}

/** State of the plant, with the way it authenticates. */
export function LifecycleAndMethod({ row: { plant } }: { row: AtRisk }) {
  return (
    <div className="flex min-w-0 flex-col max-md:items-end md:max-xl:flex-row md:max-xl:flex-wrap md:max-xl:items-center md:max-xl:gap-x-1.5">
      <LifecycleBadge plant={plant} isPlain />
      <UntrustedText
        isCut
        isUnreadable={isUnreadable(plant, 'authMethod')}
        className="text-xs text-muted"
      >
        {authMethodLabel(plant.authMethod ?? '')}
      </UntrustedText>
    </div>
  )
}
