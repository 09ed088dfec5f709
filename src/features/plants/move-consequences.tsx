import { Warning, unsendableMethod } from './auth-method-select'
import type { PlantDetail } from '@/api/plant-schemas'
import { connectionMeanings } from '@/domain/connection'
import { lifecycleMeanings } from '@/domain/lifecycle'
import { authMethodWords } from '@/domain/plant-words'
import { type Meaning, meaningOf } from '@/domain/tone'
import { Data } from '@/ui/data'
import { Fact, Facts } from '@/ui/facts'
import { RelativeTime } from '@/ui/relative-time'
import { StatusBadge } from '@/ui/status-badge'

/** Which plant it is, and what moving it means. */
export function MoveConsequences({ plant }: { plant: PlantDetail }) {
  const groups = plant.plantGroups ?? []
  return (
    <>
      <div className="rounded-md border border-line">
        <Facts>
          <Fact label="Name">
            <Data fallback="(no name)">{plant.name}</Data>
          </Fact>
          <Fact label="Serial number">
            <Data className="font-mono text-sm whitespace-pre-wrap">{plant.serialNumber}</Data>
          </Fact>
          <Fact label="Lifecycle">
            <MeaningBadge meaning={meaningOf(lifecycleMeanings, plant.lifecycleStatus)} />
          </Fact>
          <Fact label="Connection">
            <MeaningBadge meaning={meaningOf(connectionMeanings, plant.status)} />
          </Fact>
          <Fact label="Last seen">
            <RelativeTime value={plant.lastSeenAt} className="tabular-nums" />
          </Fact>
          <Fact label="Organization now">
            <Data className="font-mono text-sm">{plant.organizationId}</Data>
          </Fact>
        </Facts>
      </div>
      <ul className="list-disc pl-5">
        <li>It leaves the lists of its organization, and the people there see it no more.</li>
        <li>
          It leaves its groups
          {groups.length > 0 ? (
            <>
              {': '}
              <Data>{groups.map(({ name }) => name).join(', ')}</Data>
            </>
          ) : null}
          .
        </li>
        <li>Only a super administrator can move it back.</li>
      </ul>
      {Object.hasOwn(authMethodWords, plant.authMethod) ? null : (
        <Warning>{unsendableMethod}</Warning>
      )}
    </>
  )
}

function MeaningBadge({ meaning: { tone, label } }: { meaning: Meaning }) {
  return (
    <StatusBadge tone={tone}>
      <Data>{label}</Data>
    </StatusBadge>
  )
}
