import type { FailedAction } from './use-action-attempt'
import type { PlantReading } from './use-plant-reading'
import { describeError } from '@/api/error-messages'
import type { Verdict } from '@/domain/actions/reconciliation'
import { PlantSummary } from '@/plant-ui/plant-summary'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Finding } from '@/ui/finding'
import { Notice } from '@/ui/notice'
import { UntrustedText } from '@/ui/untrusted-text'

interface RefusalProps {
  failure: FailedAction
  reading: PlantReading
  /** The conclusion from a later reading; undefined before one arrives. */
  verdict: Verdict | undefined
}

/**
 * Shows the server's own message and the plant's state, because a refusal can be misleading: if a browser sends a
 * request twice, the second copy is refused although the first one was executed.
 */
export function Refusal({ failure, reading, verdict }: RefusalProps) {
  const { title, detail } = describeError(failure.error)
  return (
    <>
      <div role="alert">
        <Notice tone="danger" title={title}>
          <p>
            <UntrustedText isMultiline>{detail}</UntrustedText>
          </p>
        </Notice>
      </div>
      <div role="status">
        <AfterRefusal reading={reading} verdict={verdict} />
      </div>
      {reading.plant && !reading.isGone ? (
        <PlantSummary plant={reading.plant} readAtMs={reading.readAtMs} />
      ) : null}
    </>
  )
}

function AfterRefusal({ reading, verdict }: Omit<RefusalProps, 'failure'>) {
  const { error, isGone, readAtMs } = reading
  if (error && !isGone) {
    return (
      <Finding tone="warn">
        The plant couldn’t be read, so we can’t confirm that nothing was changed:{' '}
        {describeError(error).title}
      </Finding>
    )
  }
  if (!verdict) return <Finding tone="info">Checking the plant</Finding>
  const { kind, evidence, at } = verdict
  if (kind === 'not-done') {
    return (
      <p className="text-muted">
        Nothing was changed as of <AbsoluteTime value={readAtMs} />:{' '}
        <UntrustedText>{evidence}</UntrustedText>.
      </p>
    )
  }
  if (kind === 'cannot-tell') {
    return (
      <p className="text-muted">
        This can’t be confirmed from the plant: <UntrustedText>{evidence}</UntrustedText>.
      </p>
    )
  }
  return (
    <Finding tone="warn">
      Refused, but changed anyway: <UntrustedText>{evidence}</UntrustedText>
      {at ? (
        <>
          , since <AbsoluteTime value={at} />
        </>
      ) : null}
      . Your browser may have sent the request twice, or someone else made the same change.
    </Finding>
  )
}
