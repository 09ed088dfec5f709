import { PlantTabLink } from './plant-tab-link'
import { ShowAllList } from './show-all-list'
import {
  type AlertedPlant,
  type FleetAlertGroup,
  type FleetAlerts,
  severityMeaning,
  alertCounts,
} from '@/domain/fleet-alerts/fleet-alerts'
import { useFleetPlants } from '@/fleet/use-fleet-plants'
import { countOf } from '@/lib/format-count'
import { StatusBadge } from '@/ui/status-badge'
import { TitledSection } from '@/ui/titled-section'
import { UntrustedText } from '@/ui/untrusted-text'

/** The unresolved alerts by severity and type, and by plant. */
export function FleetAlertsLists({ alerts: { groups, plants } }: { alerts: FleetAlerts }) {
  const { byId } = useFleetPlants()
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
            <>
              <Severity of={item} />
              <PlantTabLink
                plant={
                  byId([plantId]).found[0]?.plant ?? { id: plantId, name: '', serialNumber: '' }
                }
                tab="alerts"
              />
              <span className="ml-auto text-end text-sm text-muted tabular-nums">
                {alertCounts(item)}
              </span>
            </>
          )}
        </ShowAllList>
      </TitledSection>
    </div>
  )
}

function GroupItem({ group }: { group: FleetAlertGroup }) {
  const { type, plants } = group
  return (
    <>
      <Severity of={group} />
      <UntrustedText
        isCut
        fallback="No type given"
        isUnreadable={type === null}
        className="min-w-0 font-mono text-xs wrap-anywhere"
      >
        {type}
      </UntrustedText>
      <span className="ml-auto text-end text-sm text-muted tabular-nums">
        {alertCounts(group)}, {countOf(plants, 'plant')}
      </span>
    </>
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
