import type { FailedAction } from './use-action-attempt'
import type { PlantDetail } from '@/api/plant-schemas'
import { statedGraceMs } from '@/api/stated-grace'
import { isKnownDone } from '@/domain/actions/attempt'
import type { ConfirmedAction } from '@/domain/actions/consequences'
import { plantActionLabels, whyImpossible } from '@/domain/actions/plant-actions'
import { recoveryAfter } from '@/domain/actions/recovery'
import type { Verdict } from '@/domain/plant/verdict'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'

interface LostResponseProps {
  action: ConfirmedAction
  failure: FailedAction
  verdict: Verdict | undefined
  /** The plant as last read. */
  plant: PlantDetail | undefined
  nowMs: number
  whyForbidden: (action: ConfirmedAction) => string | undefined
  onAction: (action: ConfirmedAction) => void
}

/** Explains which secret was lost with the response, and offers the actions that help. */
export function LostResponse(props: LostResponseProps) {
  const { action, failure, verdict, plant = failure.sent, nowMs, whyForbidden, onAction } = props
  const kind = isKnownDone(failure, verdict) ? 'done' : verdict?.kind
  const graceMs = statedGraceMs(plant)
  const recovery = kind && recoveryAfter(action, kind, plant, nowMs, graceMs)
  if (!recovery) return null
  return (
    <Notice tone="warn">
      <p>
        {recovery.text}
        {recovery.validUntilMs === undefined ? null : (
          <>
            {' '}
            The grace period ends <AbsoluteTime value={recovery.validUntilMs} />.
          </>
        )}
      </p>
      <div className="flex flex-wrap gap-2">
        {recovery.actions.map((other) => (
          <Button
            key={other}
            size="sm"
            disabledReason={whyForbidden(other) ?? whyImpossible(other, plant, nowMs, graceMs)}
            onClick={() => onAction(other)}
          >
            {plantActionLabels[other]}
          </Button>
        ))}
      </div>
    </Notice>
  )
}
