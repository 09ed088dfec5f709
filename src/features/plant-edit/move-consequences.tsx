import { unsendableMethod } from './auth-method-select'
import { OrganizationText } from './organization-text'
import type { PlantDetail } from '@/api/plant-schemas'
import { isAuthMethod } from '@/domain/credentials/auth-methods'
import { isUnreadable } from '@/lib/unreadable'
import { NameText } from '@/plant-ui/name-text'
import { ConnectionBadge, LifecycleBadge } from '@/plant-ui/status-badges'
import { Fact, Facts } from '@/ui/facts'
import { Notice } from '@/ui/notice'
import { RelativeTime } from '@/ui/relative-time'
import { UntrustedText } from '@/ui/untrusted-text'

/** The plant to move, and the consequences of moving it. */
export function MoveConsequences({ plant }: { plant: PlantDetail }) {
  const groups = plant.plantGroups?.items ?? []
  const isFieldUnreadable = (name: keyof PlantDetail) => isUnreadable(plant, name)
  const lostGroups = plant.plantGroups?.unreadable ?? (isFieldUnreadable('plantGroups') ? 1 : 0)
  return (
    <>
      <div className="rounded-md border border-line">
        <Facts>
          <Fact label="Name">
            <NameText of={plant} />
          </Fact>
          <Fact label="Serial number">
            <UntrustedText
              isUnreadable={isFieldUnreadable('serialNumber')}
              className="font-mono text-sm whitespace-pre-wrap"
            >
              {plant.serialNumber}
            </UntrustedText>
          </Fact>
          <Fact label="Lifecycle">
            <LifecycleBadge plant={plant} />
          </Fact>
          <Fact label="Connection">
            <ConnectionBadge plant={plant} />
          </Fact>
          <Fact label="Last seen">
            <RelativeTime
              value={plant.lastSeenAt}
              isUnreadable={isFieldUnreadable('lastSeenAt')}
              className="tabular-nums"
            />
          </Fact>
          <Fact label="Organization now">
            <OrganizationText
              id={plant.organizationId}
              isUnreadable={isFieldUnreadable('organizationId')}
            />
          </Fact>
        </Facts>
      </div>
      <ul className="list-disc pl-5">
        <li>
          The plant disappears from its organization’s lists, and people there can no longer see it.
        </li>
        <li>
          The plant leaves its groups
          {groups.length > 0 ? (
            <>
              {': '}
              <UntrustedText>{groups.map(({ name }) => name).join(', ')}</UntrustedText>
            </>
          ) : null}
          {lostGroups > 0 ? ' (some couldn’t be read)' : null}.
        </li>
        <li>Only a super administrator can move the plant back.</li>
      </ul>
      {isAuthMethod(plant.authMethod) ? null : <Notice tone="warn">{unsendableMethod}</Notice>}
    </>
  )
}
