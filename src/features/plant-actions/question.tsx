import type { FailedAction } from './use-action-attempt'
import type { PlantDetail } from '@/api/plant-schemas'
import { statedGraceMs } from '@/api/stated-grace'
import { AttemptNotice } from '@/attempts/attempt-notice'
import { MeanwhileNotice, ReadingNotice } from '@/attempts/reading-notices'
import type { PlantReading } from '@/attempts/use-plant-reading'
import { type ConfirmedAction, consequencesOf, gentlerActions } from '@/domain/actions/consequences'
import { plantActionLabels, whyDoubtful, whyImpossible } from '@/domain/actions/plant-actions'
import type { TypedProof } from '@/domain/actions/typed-proof'
import { PlantSummary } from '@/plant-ui/plant-summary'
import { TypedProofField } from '@/plant-ui/typed-proof-field'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'

interface QuestionProps {
  action: ConfirmedAction
  plant: PlantDetail
  reading: PlantReading
  /** The reason why the action is unavailable, to this user or to anyone. */
  standing: string | undefined
  /** A failed attempt that changed nothing and can be repeated. */
  failure: FailedAction | undefined
  typed: string
  onTyped: (typed: string) => void
  proof: TypedProof | undefined
  isPending: boolean
  whyForbidden: (action: ConfirmedAction) => string | undefined
  onAction: (action: ConfirmedAction) => void
}

/** The confirmation: the plant, its state, and the consequences of the action. */
export function Question(props: QuestionProps) {
  const { action, plant, reading, standing, failure, isPending, onAction } = props
  const { typed, onTyped, proof, whyForbidden } = props
  const doubt = whyDoubtful(action, plant)
  const gentler = gentlerActions[action].filter(
    (other) =>
      !whyForbidden(other) && !whyImpossible(other, plant, reading.nowMs, statedGraceMs(plant)),
  )
  return (
    <>
      <PlantSummary plant={plant} readAtMs={reading.readAtMs} />
      <MeanwhileNotice plant={plant} isReread={reading.sinceThen !== undefined} />
      <ReadingNotice reading={reading} />
      {standing ? <Notice tone="neutral">{standing}</Notice> : null}
      {doubt && !standing ? <Notice tone="warn">{doubt}</Notice> : null}
      {standing ? null : (
        <ul className="flex list-disc flex-col gap-1 pl-5 marker:text-faint">
          {consequencesOf(action, plant, reading.nowMs).map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
      {gentler.length > 0 ? (
        <div className="flex flex-wrap items-center gap-2">
          <span className="text-muted">Less drastic:</span>
          {gentler.map((other) => (
            <Button
              key={other}
              size="sm"
              disabledReason={isPending ? 'The request is in progress.' : null}
              onClick={() => onAction(other)}
            >
              {plantActionLabels[other]} instead
            </Button>
          ))}
        </div>
      ) : null}
      {proof && !standing ? (
        <TypedProofField
          proof={proof}
          autoCapitalize="off"
          readOnly={isPending}
          value={typed}
          onChange={(event) => onTyped(event.target.value)}
        />
      ) : null}
      <AttemptNotice failure={failure} />
    </>
  )
}
