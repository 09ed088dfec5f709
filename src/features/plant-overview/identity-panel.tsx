import { CopyableFact } from './copyable-fact'
import type { PlantDetail } from '@/api/plant-schemas'
import { plantTypeLabel } from '@/domain/plant-words'
import { Badge } from '@/ui/badge'
import { Data } from '@/ui/data'
import { Fact, Facts } from '@/ui/facts'
import { Panel } from '@/ui/panel'
import { visibleText } from '@/ui/visible-text'

export function IdentityPanel({ plant }: { plant: PlantDetail }) {
  const { template } = plant
  return (
    <Panel title="Identity">
      <Facts>
        <Fact label="Type">
          <Data>{plantTypeLabel(plant.type)}</Data>
        </Fact>
        <Fact label="Template">
          {template ? (
            <Data fallback="(no name)">{template.name}</Data>
          ) : (
            <span className="text-faint">{plant.templateId ? 'Not sent' : 'None assigned'}</span>
          )}
        </Fact>
        <Fact label="Groups">
          <Groups groups={plant.plantGroups} />
        </Fact>
        <Fact label="Description">
          <Data isMultiline fallback="Not given" className="whitespace-pre-line">
            {plant.description}
          </Data>
        </Fact>
        <Fact label="Tag">
          <Data fallback="Not given">{plant.tag}</Data>
        </Fact>
        <CopyableFact label="ID" value={plant.id} />
        <CopyableFact label="Serial number" copied="serial number" value={plant.serialNumber} />
        <CopyableFact
          label="External plant ID"
          copied="external plant ID"
          value={plant.externalPlantId}
        />
        <CopyableFact
          label="Organization ID"
          copied="organization ID"
          value={plant.organizationId}
        />
      </Facts>
    </Panel>
  )
}

function Groups({ groups }: { groups: PlantDetail['plantGroups'] }) {
  if (!groups) return <span className="text-faint">Not given</span>
  if (groups.length === 0) return <span className="text-faint">None</span>
  return (
    <ul className="flex flex-wrap gap-1">
      {groups.map(({ id, name, description }) => (
        <li key={id} className="min-w-0" title={description ? visibleText(description) : undefined}>
          <Badge>
            <Data fallback="(no name)">{name}</Data>
          </Badge>
          {description ? (
            <span className="sr-only">
              {' '}
              <Data>{description}</Data>
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}
