import { Consequences } from './consequences'
import { useDataScope } from '@/api/session/session-context'
import type { RunDocument } from '@/domain/runs/run-document'
import { durationText } from '@/domain/runs/run-duration'
import { settingsLine } from '@/domain/runs/setting-words'
import { Copyable, Fact, Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { Panel } from '@/ui/panel'
import { UntrustedText } from '@/ui/untrusted-text'

interface RunReviewProps {
  document: RunDocument
  hash: string
}

/** The document of a run, for the person who reviews it. */
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
        <Fact label="How">{settingsLine(settings)}</Fact>
        {settings.limits.map(({ attribute, percent }) => (
          <Fact key={attribute} label="Limit">
            At most {percent} % of the plants of one{' '}
            <UntrustedText isCut>{attribute}</UntrustedText> in flight, and at least one plant.
          </Fact>
        ))}
        <Fact label="Takes">{durationText(plants.length, settings)}</Fact>
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
        Whoever reviews this plan can compare the hash. A second pair of eyes is a habit here:
        Plantdeck doesn’t enforce it. Each plant is read again at its turn and held back if it is no
        longer as planned.
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
