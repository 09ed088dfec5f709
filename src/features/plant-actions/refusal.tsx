import { PlantNow } from '@/plant-ui/plant-summary'
import { Notice } from '@/ui/notice'
import type { Failure } from './use-action-sending'
import type { PlantReading } from './use-plant-reading'
import { describeError } from '@/api/error-messages'
import { Data } from '@/ui/data'

/** The server's own words, and what the plant is now. */
export function Refusal({ failure, reading }: { failure: Failure; reading: PlantReading }) {
  const { title, detail } = describeError(failure.error)
  return (
    <>
      <div role="alert">
        <Notice tone="danger" title={title}>
          <p>
            <Data isMultiline>{detail}</Data>
          </p>
        </Notice>
      </div>
      <p className="text-muted">Nothing was carried out.</p>
      {reading.plant && !reading.isGone ? (
        <PlantNow plant={reading.plant} readAtMs={reading.readAtMs} />
      ) : null}
    </>
  )
}
