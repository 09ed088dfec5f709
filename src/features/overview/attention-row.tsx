import { BellOff } from 'lucide-react'
import { PlaceLink } from './place-link'
import type { AttentionItem } from '@/domain/attention/attention-items'
import { attentionRules } from '@/domain/attention/attention-rules'
import { type Severity, severityWords } from '@/domain/attention/attention-severity'
import type { AttentionGroup } from '@/domain/attention/attention-survey'
import { formatCount } from '@/lib/format-count'
import type { Tone } from '@/lib/tone'
import { Button } from '@/ui/button'
import { StatusBadge } from '@/ui/status-badge'
import { UntrustedText } from '@/ui/untrusted-text'

interface AttentionRowProps {
  group: AttentionGroup
  item: AttentionItem
  onSnooze: () => void
}

const tones: Record<Severity, Tone> = {
  critical: 'danger',
  high: 'danger',
  medium: 'warn',
  low: 'info',
}

/** Plants to name in a row; the list has the rest. */
const maxNamed = 5

/** One item of the queue: how soon, what, why, and the next step. */
export function AttentionRow({ group, item, onSnooze }: AttentionRowProps) {
  const { severity, title, reason, next } = item
  const { part } = attentionRules[group.key]
  const named = group.plants.length > 1 ? group.plants.slice(0, maxNamed) : []
  const rest = group.plants.length - named.length
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-1 px-4 py-2.5">
      <span className="w-28 shrink-0 max-md:w-full">
        <StatusBadge tone={tones[severity]}>{severityWords[severity]}</StatusBadge>
      </span>
      <div className="flex min-w-0 flex-1 basis-80 flex-col gap-0.5">
        <h3 className="font-medium">{title}</h3>
        <p className="text-sm wrap-anywhere text-muted with-wall:hidden">
          <UntrustedText>{reason}</UntrustedText>
        </p>
        <div
          className="flex flex-wrap items-center gap-x-3 text-sm with-wall:hidden"
          data-print="hide"
        >
          {/* On a phone, the buttons of all rows are below each other, also beside a link of two lines. */}
          <span className="max-md:min-w-0 max-md:flex-1 max-md:basis-36">
            <PlaceLink to={next.place}>{next.words}</PlaceLink>
          </span>
          <Button
            variant="quiet"
            size="sm"
            className="max-md:-mr-3 max-md:text-sm!"
            aria-label={`Snooze: ${title}`}
            icon={<BellOff aria-hidden className="size-3.5" />}
            onClick={onSnooze}
          >
            Snooze
          </Button>
        </div>
        {named.length > 0 ? (
          <details className="text-sm with-wall:hidden">
            <summary className="w-fit rounded-sm text-muted max-md:py-2.5">Plants</summary>
            <ul className="mt-1 flex flex-col gap-0.5">
              {named.map(({ id, label }) => (
                <li key={id} className="max-w-full truncate">
                  <PlaceLink to={{ page: 'plant', plantId: id, part }}>
                    <UntrustedText isTruncated>{label}</UntrustedText>
                  </PlaceLink>
                </li>
              ))}
              {rest > 0 ? <li className="text-muted">and {formatCount(rest)} more</li> : null}
            </ul>
          </details>
        ) : null}
      </div>
    </li>
  )
}
