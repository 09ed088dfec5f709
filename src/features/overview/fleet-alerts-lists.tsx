import { ListLine } from './list-line'
import { PlantTabLink } from './plant-tab-link'
import { ShowAllList } from './show-all-list'
import { usePlantNames } from './use-plant-names'
import {
  type AlertedPlant,
  type FleetAlertGroup,
  type FleetAlerts,
  severityMeaning,
  alertCounts,
} from '@/domain/fleet-alerts/fleet-alerts'
import { countOf } from '@/lib/format-count'
import { StatusBadge } from '@/ui/status-badge'
import { TitledSection } from '@/ui/titled-section'
import { UntrustedText } from '@/ui/untrusted-text'

/** The unresolved alerts by severity and type, and by plant. */
export function FleetAlertsLists({ alerts: { groups, plants } }: { alerts: FleetAlerts }) {
  const plantOf = usePlantNames()
  if (groups.length === 0) return null
  return (
    <div className="flex flex-wrap gap-x-8 gap-y-3 [&>section]:min-w-0 [&>section]:flex-1 [&>section]:basis-72">
      <TitledSection title="By type">
        <ShowAllList noun="types of alerts" items={groups} keyOf={keyOf}>
          {(group) => <GroupItem group={group} />}
        </ShowAllList>
      </TitledSection>
      <TitledSection title="By plant">
        <ShowAllList noun="plants with alerts" items={plants} keyOf={({ plantId }) => plantId}>
          {({ plantId, ...item }) => (
            <ListLine
              badge={<Severity of={item} />}
              name={<PlantTabLink plant={plantOf(plantId)} tab="alerts" />}
              figures={alertCounts(item)}
            />
          )}
        </ShowAllList>
      </TitledSection>
    </div>
  )
}

function GroupItem({ group }: { group: FleetAlertGroup }) {
  const { type, plants } = group
  return (
    <ListLine
      badge={<Severity of={group} />}
      name={
        <UntrustedText
          isCut
          fallback="No type given"
          isUnreadable={type === null}
          className="font-mono text-xs wrap-anywhere"
        >
          {type}
        </UntrustedText>
      }
      figures={`${alertCounts(group)}, ${countOf(plants, 'plant')}`}
    />
  )
}

function Severity({ of: { severity } }: { of: Pick<AlertedPlant, 'severity'> }) {
  const { label, tone } = severityMeaning(severity)
  return (
    <StatusBadge isPlain tone={tone} className="w-20">
      <UntrustedText isCut>{label}</UntrustedText>
    </StatusBadge>
  )
}

function keyOf({ severity, type }: FleetAlertGroup): string {
  return JSON.stringify([severity, type])
}
