import { actionWords } from './action-words'
import type { FailedAction } from './use-action-attempt'
import type { PlantReading } from './use-plant-reading'
import { describeError, describeOutcome } from '@/api/error-messages'
import { statedGraceMs } from '@/api/stated-grace'
import { isReplay, verdictOf } from '@/domain/actions/attempt'
import type { ConfirmedAction } from '@/domain/actions/consequences'
import { plantActionLabels, whyImpossible } from '@/domain/actions/plant-actions'
import { type Verdict, wayBackFrom } from '@/domain/actions/reconciliation'
import { PlantSummary } from '@/plant-ui/plant-summary'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { Finding } from '@/ui/finding'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

interface UnknownActionProps {
  action: ConfirmedAction
  failure: FailedAction
  reading: PlantReading
  whyForbidden: (action: ConfirmedAction) => string | undefined
  onAction: (action: ConfirmedAction) => void
}

/** Outcome of a request without a readable response: shows what later readings of the plant reveal about it. */
export function UnknownAction(props: UnknownActionProps) {
  const { action, failure, reading, whyForbidden, onAction } = props
  const { plant, isGone, nowMs, readAtMs } = reading
  const verdict = verdictOf(action, failure.sent, reading.sinceThen)
  const isCertain = isReplay(failure)
  const wayBack =
    isCertain || verdict
      ? wayBackFrom(
          action,
          isCertain ? 'done' : (verdict?.kind ?? 'cannot-tell'),
          plant ?? failure.sent,
          nowMs,
        )
      : undefined
  const { gerund } = actionWords[action]
  return (
    <>
      <p>
        {isCertain
          ? 'The server confirms that it completed the request, but its first response never arrived. The request isn’t sent again.'
          : `${describeOutcome(failure.error, `${gerund} the plant`).detail} Checking the plant:`}
      </p>
      <div role="status">
        {isCertain ? (
          <Finding tone="ok">Completed</Finding>
        ) : (
          <Evidence verdict={verdict} reading={reading} />
        )}
      </div>
      {wayBack ? (
        <Notice tone="warn">
          <p>
            {wayBack.text}
            {wayBack.holdsUntilMs === undefined ? null : (
              <>
                {' '}
                It stays valid until <AbsoluteTime value={wayBack.holdsUntilMs} />.
              </>
            )}
          </p>
          <div className="flex flex-wrap gap-2">
            {wayBack.actions.map((way) => (
              <Button
                key={way}
                size="sm"
                disabledReason={
                  whyForbidden(way) ??
                  (plant ? whyImpossible(way, plant, nowMs, statedGraceMs(plant)) : undefined)
                }
                onClick={() => onAction(way)}
              >
                {plantActionLabels[way]}
              </Button>
            ))}
          </div>
        </Notice>
      ) : null}
      {plant && !isGone ? <PlantSummary plant={plant} readAtMs={readAtMs} /> : null}
    </>
  )
}

interface EvidenceProps {
  verdict: Verdict | undefined
  reading: PlantReading
}

function Evidence({ verdict, reading: { error, isGone, readAtMs } }: EvidenceProps) {
  if (error && !isGone) {
    return <Finding tone="warn">Couldn’t load the plant: {describeError(error).title}</Finding>
  }
  if (!verdict) {
    return <Finding tone="info">Checking the plant</Finding>
  }
  const { kind, evidence, at } = verdict
  const since = at ? (
    <>
      , since <AbsoluteTime value={at} />
    </>
  ) : null
  if (kind === 'done') {
    return (
      <Finding tone="ok">
        Completed: <UntrustedText>{evidence}</UntrustedText>
        {since}
      </Finding>
    )
  }
  if (kind === 'cannot-tell') {
    return (
      <Finding tone="warn">
        We can’t tell whether it was completed: <UntrustedText>{evidence}</UntrustedText>
      </Finding>
    )
  }
  return (
    <Finding tone="warn">
      Not completed as of <AbsoluteTime value={readAtMs} />:{' '}
      <UntrustedText>{evidence}</UntrustedText>
    </Finding>
  )
}
