import { attentionTitle } from '@/domain/attention/attention-rules'
import type { Snooze } from '@/domain/attention/snooze'
import { countOf } from '@/lib/format-count'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { UntrustedText } from '@/ui/untrusted-text'

interface SnoozedListProps {
  inEffect: readonly { snooze: Snooze; hides: number }[]
  onWake: (snooze: Snooze) => void
}

/** The items snoozed on this device, with the end and the reason. */
export function SnoozedList({ inEffect, onWake }: SnoozedListProps) {
  if (inEffect.length === 0) return null
  const summary = `${countOf(inEffect.length, 'item')} snoozed on this device`
  return (
    <>
      <p className="hidden border-t border-line px-4 py-2 text-muted with-wall:block">{summary}</p>
      <details className="border-t border-line px-4 py-2 text-sm with-wall:hidden">
        <summary className="w-fit rounded-sm text-muted max-md:py-2.5">{summary}</summary>
        <ul className="mt-1 divide-y divide-line">
          {inEffect.map(({ snooze, hides }) => {
            const title = attentionTitle(snooze.key, hides)
            return (
              <li
                key={snooze.key}
                className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-1.5"
              >
                <p className="min-w-0 flex-1 basis-64 wrap-anywhere">
                  {title}, until <AbsoluteTime value={snooze.untilMs} />:{' '}
                  <UntrustedText>{snooze.reason}</UntrustedText>
                </p>
                <Button
                  size="sm"
                  aria-label={`Show again: ${title}`}
                  onClick={() => onWake(snooze)}
                >
                  Show again
                </Button>
              </li>
            )
          })}
        </ul>
      </details>
    </>
  )
}
