import { CopyableFact } from './copyable-fact'
import type { PlantGroup } from '@/api/plant-groups'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantTypeLabel } from '@/domain/plant/plant-words'
import { isUnreadable } from '@/lib/unreadable'
import { NameText } from '@/plant-ui/name-text'
import { Badge } from '@/ui/badge'
import { Fact, Facts } from '@/ui/facts'
import { Panel } from '@/ui/panel'
import { StatusBadge } from '@/ui/status-badge'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

export function IdentityPanel({ plant }: { plant: PlantDetail }) {
  const { template } = plant
  const isFieldUnreadable = (name: keyof PlantDetail) => isUnreadable(plant, name)
  return (
    <Panel title="Identity" className="break-inside-avoid">
      <Facts>
        <Fact label="Type">
          <UntrustedText isUnreadable={isFieldUnreadable('type')}>
            {plantTypeLabel(plant.type)}
          </UntrustedText>
        </Fact>
        <Fact label="Template">
          {template ? <NameText of={template} /> : null}
          {!template && isFieldUnreadable('template') ? <Unreadable /> : null}
          {!template && !isFieldUnreadable('template') ? (
            <span className="text-faint">
              {plant.templateId || isFieldUnreadable('templateId') ? 'Not sent' : 'None assigned'}
            </span>
          ) : null}
        </Fact>
        <Fact label="Groups">
          {isFieldUnreadable('plantGroups') ? (
            <Unreadable />
          ) : (
            <Groups groups={plant.plantGroups} />
          )}
        </Fact>
        <Fact label="Description">
          <UntrustedText
            isMultiline
            fallback="Not given"
            isUnreadable={isFieldUnreadable('description')}
            className="whitespace-pre-line"
          >
            {plant.description}
          </UntrustedText>
        </Fact>
        <Fact label="Tag">
          <UntrustedText fallback="Not given" isUnreadable={isFieldUnreadable('tag')}>
            {plant.tag}
          </UntrustedText>
        </Fact>
        <CopyableFact label="ID" value={plant.id} />
        <CopyableFact
          label="Serial number"
          copied="serial number"
          value={plant.serialNumber}
          isUnreadable={isFieldUnreadable('serialNumber')}
        />
        <CopyableFact
          label="External plant ID"
          copied="external plant ID"
          value={plant.externalPlantId}
          isUnreadable={isFieldUnreadable('externalPlantId')}
        />
        <CopyableFact
          label="Organization ID"
          copied="organization ID"
          value={plant.organizationId}
          isUnreadable={isFieldUnreadable('organizationId')}
        />
      </Facts>
    </Panel>
  )
}

function Groups({ groups }: { groups: PlantDetail['plantGroups'] }) {
  if (!groups) return <span className="text-faint">Not given</span>
  const { items, unreadable } = groups
  if (items.length + unreadable === 0) return <span className="text-faint">None</span>
  return (
    <ul className="flex flex-wrap gap-1">
      {items.map((group, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- ids may be missing or repeated
        <li key={`${group.id} ${index}`} className="min-w-0">
          <Group group={group} />
        </li>
      ))}
      {unreadable > 0 ? (
        <li>
          <StatusBadge isPlain tone="warn">
            {items.length > 0 ? `${unreadable} more unreadable` : `${unreadable} unreadable`}
          </StatusBadge>
        </li>
      ) : null}
    </ul>
  )
}

function Group({ group }: { group: PlantGroup }) {
  const { description } = group
  return (
    <span title={description ? visibleText(description) : undefined}>
      <Badge>
        <NameText of={group} isCut />
      </Badge>
      {description ? (
        <span className="sr-only">
          {' '}
          <UntrustedText isCut>{description}</UntrustedText>
        </span>
      ) : null}
    </span>
  )
}
