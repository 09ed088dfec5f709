import { useState } from 'react'
import type { PlantReading } from './use-plant-reading'
import { describeError } from '@/api/error-messages'
import type { PlantDetail } from '@/api/plant-schemas'
import { freshnessOf, maxConfirmedAgeMs } from '@/domain/actions/confirmation'
import { type FactChange, changesBetween } from '@/domain/plant/plant-changes'
import { secondMs } from '@/lib/instants'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

const oldTitle = `This state is more than ${maxConfirmedAgeMs / secondMs} s old`

/** Compares with the first reading, so that no one confirms a state they have not seen. */
export function MeanwhileNotice({ plant, isReread }: { plant: PlantDetail; isReread: boolean }) {
  return (
    <ChangedNotice noun="plant" of={plant} isReread={isReread} changesBetween={changesBetween} />
  )
}

interface ChangedNoticeProps<Subject> {
  noun: string
  /** The latest reading. */
  of: Subject
  isReread: boolean
  changesBetween: (before: Subject, now: Subject) => readonly FactChange[]
}

/** Names what has changed since the first reading. */
export function ChangedNotice<Subject>(props: ChangedNoticeProps<Subject>) {
  const { noun, of: now, isReread } = props
  const [first, setFirst] = useState<{ reading: Subject }>()
  if (first === undefined && isReread) setFirst({ reading: now })
  const changes = first ? props.changesBetween(first.reading, now) : []
  return (
    <div role="status" className="empty:hidden">
      {changes.length > 0 ? (
        <Notice tone="warn" title={`The ${noun} has changed`}>
          <ul>
            {changes.map(({ fact, was, is }) => (
              <li key={fact}>
                {fact}: <UntrustedText fallback="none">{was}</UntrustedText>, now{' '}
                <UntrustedText fallback="none">{is}</UntrustedText>
              </li>
            ))}
          </ul>
        </Notice>
      ) : null}
    </div>
  )
}

interface ReadingNoticeProps {
  noun?: string
  reading: Pick<
    PlantReading,
    | 'error'
    | 'isFetching'
    | 'nowMs'
    | 'readAgain'
    | 'readAtMs'
    | 'openedAtMs'
    | 'isFailing'
    | 'isGone'
  >
}

/** Offers to reload a plant, or another thing, whose state is too old to be confirmed. */
export function ReadingNotice({ reading, noun = 'plant' }: ReadingNoticeProps) {
  const { error, isFetching, nowMs, readAgain } = reading
  const freshness = freshnessOf(reading, nowMs)
  const isFailing = freshness === 'failing'
  return (
    <div role="status" className="empty:hidden">
      {isFailing || freshness === 'old' ? (
        <Notice tone="warn" title={isFailing ? `Couldn’t load the ${noun}` : oldTitle}>
          {error ? <p>{describeError(error).title}.</p> : null}
          <div>
            <Button size="sm" isPending={isFetching} onClick={readAgain}>
              Reload
            </Button>
          </div>
        </Notice>
      ) : null}
    </div>
  )
}
