import { useState } from 'react'
import type { PlantReading } from './use-plant-reading'
import { describeError } from '@/api/error-messages'
import type { PlantDetail } from '@/api/plant-schemas'
import { freshnessOf, maxConfirmedAgeMs } from '@/domain/actions/confirmation'
import { changesBetween } from '@/domain/plant/plant-changes'
import { plantNotLoaded } from '@/domain/plant/plant-words'
import { secondMs } from '@/lib/instants'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

const oldTitle = `This state is more than ${maxConfirmedAgeMs / secondMs} s old`

/** Compares with the first reading, so that no one confirms a state they have not seen. */
export function MeanwhileNotice({ plant, isReread }: { plant: PlantDetail; isReread: boolean }) {
  const [first, setFirst] = useState<PlantDetail>()
  if (first === undefined && isReread) setFirst(plant)
  const changes = first ? changesBetween(first, plant) : []
  return (
    <div role="status" className="empty:hidden">
      {changes.length > 0 ? (
        <Notice tone="warn" title="The plant has changed">
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

/** Offers to reload a plant whose state is too old to be confirmed. */
export function ReadingNotice({ reading }: { reading: PlantReading }) {
  const { error, isFetching, nowMs, readAgain } = reading
  const freshness = freshnessOf(reading, nowMs)
  const isFailing = freshness === 'failing'
  return (
    <div role="status" className="empty:hidden">
      {isFailing || freshness === 'old' ? (
        <Notice tone="warn" title={isFailing ? plantNotLoaded : oldTitle}>
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
