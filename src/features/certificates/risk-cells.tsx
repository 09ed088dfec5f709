import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { gradeMeanings, reachWords, renewalAdvice } from '@/domain/certificates/renewal-advice'
import { AbsoluteTime } from '@/ui/absolute-time'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'

/** Time left as number, word and icon, with the exact time below. */
export function TimeLeft({ row: { endMs, grade } }: { row: AtRisk }) {
  const { tone } = gradeMeanings[grade]
  return (
    <div className="flex min-w-0 flex-col">
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
  if (reach === undefined) return <span className="text-muted">not read yet</span>
  const { text, tone, at } = reachWords[reach]
  return (
    <StatusBadge isPlain tone={tone} className="tabular-nums">
      {text}{' '}
      {at === undefined ? null : (
        <RelativeTime value={at === 'seen' ? plant.lastSeenAt : plant.lastAuthFailureAt} />
      )}
    </StatusBadge>
  )
}

/** The next step towards a renewal, with its reason. */
export function NextStep({ row: { reach } }: { row: AtRisk }) {
  if (reach === undefined) return <span className="text-muted">not known yet</span>
  const { step, reason } = renewalAdvice(reach)
  return (
    <div className="flex min-w-0 flex-col">
      <span className="font-medium">{step}</span>
      <span className="text-xs text-muted">{reason}</span>
    </div>
  )
}
