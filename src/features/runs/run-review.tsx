import { Consequences } from './consequences'
import { PlanSettings } from './plan-settings'
import { useDataScope } from '@/api/session/session-context'
import type { RunDocument } from '@/domain/runs/run-document'
import { durationText } from '@/domain/runs/run-duration'
import { Copyable, Fact, Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { Panel } from '@/ui/panel'
import { UntrustedText } from '@/ui/untrusted-text'

interface RunReviewProps {
  document: RunDocument
  hash: string
}

/** The plan of a run, for its reviewer. */
export function RunReview({ document, hash }: RunReviewProps) {
  const { action, settings, plants, scope, createdAtMs } = document
  const here = useDataScope()
  return (
    <Panel title="Plan">
      <Facts>
        {action.kind === 'command' ? (
          <Fact label="Exact bytes to send">
            <Copyable label="exact bytes">{action.body}</Copyable>
          </Fact>
        ) : null}
        <PlanSettings document={document} />
        <Fact label="Duration">{durationText(plants.length, settings)}</Fact>
        <Fact label="Hash (SHA-256)">
          <Copyable label="hash">{hash}</Copyable>
        </Fact>
      </Facts>
      {action.kind === 'command' ? null : (
        <div className="px-4 pb-3">
          <Consequences kind={action.kind} plants={plants} nowMs={createdAtMs} />
        </div>
      )}
      <p className="px-4 pb-3 text-sm text-muted">
        A reviewer can compare the hash. Plantdeck recommends a review by a second person but
        doesn’t require one. Each plant is checked again before its request and held back if it is
        no longer as planned.
      </p>
      {scope === here ? null : (
        <div className="px-4 pb-4">
          <Notice tone="danger" title="Planned for another platform or organization">
            <p>
              <UntrustedText>{scope}</UntrustedText>. It can’t be started here.
            </p>
          </Notice>
        </div>
      )}
    </Panel>
  )
}
