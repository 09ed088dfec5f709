import { type ReactNode, useMemo } from 'react'
import { DetailsFrame } from './details-frame'
import { FleetAlertsLists } from './fleet-alerts-lists'
import {
  type FleetAlerts,
  fleetAlerts,
  severityMeaning,
  alertCounts,
} from '@/domain/fleet-alerts/fleet-alerts'
import { isRecentReading, isWholeFleetRead } from '@/domain/fleet/detail-coverage'
import { useFleetDetails } from '@/fleet/use-fleet-details'
import { countOf } from '@/lib/format-count'
import type { Tone } from '@/lib/tone'
import { Panel } from '@/ui/panel'
import { RelativeTime } from '@/ui/relative-time'
import { toneText } from '@/ui/tone-classes'
import { ToneIcon } from '@/ui/tone-icon'
import { useMinute } from '@/ui/use-minute'

const needed = ['site'] as const

/** The unresolved alerts of the plants that were read. The API has them only with each plant. */
export function FleetAlertsPanel() {
  const details = useFleetDetails(needed)
  const { figures, version, coverage } = details.sites
  const { oldestReadAtMs } = figures
  const alerts = useMemo(
    () => fleetAlerts(Array.from(figures.all(), ([id, { figures: site }]) => [id, site.alerts])),
    // oxlint-disable-next-line react/exhaustive-deps -- the figures change in place, and the version with them
    [figures, version],
  )
  return (
    <Panel title="Fleet alerts">
      <DetailsFrame
        details={details}
        coverage={coverage}
        noun="Alerts"
        known={alerts.known}
        oldestReadAtMs={oldestReadAtMs}
      >
        <Summary
          alerts={alerts}
          isWhole={isWholeFleetRead(coverage)}
          oldestReadAtMs={oldestReadAtMs}
        />
        <FleetAlertsLists alerts={alerts} />
      </DetailsFrame>
    </Panel>
  )
}

interface SummaryProps {
  alerts: FleetAlerts
  isWhole: boolean
  oldestReadAtMs: number | undefined
}

function Summary({ alerts, isWhole, oldestReadAtMs }: SummaryProps) {
  const { groups, plants, unreadable, unlisted, known } = alerts
  const unknowns = [
    ...(unreadable > 0
      ? [`${countOf(unreadable, 'alert')} couldn’t be read and may be unresolved.`]
      : []),
    ...(unlisted > 0
      ? [`The server sent no list of alerts with ${countOf(unlisted, 'plant')}.`]
      : []),
  ]
  const [worst] = groups
  return (
    <div className="flex flex-col gap-1">
      {worst ? (
        <Verdict tone={severityMeaning(worst.severity).tone}>
          {alertCounts(alerts, 'unresolved alert')}, on {countOf(plants.length, 'plant')}
        </Verdict>
      ) : (
        <NoAlerts
          isWhole={isWhole}
          hasUnknowns={unknowns.length > 0}
          known={known}
          oldestReadAtMs={oldestReadAtMs}
        />
      )}
      {unknowns.length > 0 ? <p className="text-muted">{unknowns.join(' ')}</p> : null}
    </div>
  )
}

interface NoAlertsProps {
  isWhole: boolean
  hasUnknowns: boolean
  known: number
  oldestReadAtMs: number | undefined
}

function NoAlerts({ isWhole, hasUnknowns, known, oldestReadAtMs }: NoAlertsProps) {
  const nowMs = useMinute()
  if (isWhole && !hasUnknowns) {
    if (!isRecentReading(oldestReadAtMs, nowMs)) {
      return (
        <p className="text-muted">
          None found, but the oldest reading was <RelativeTime value={oldestReadAtMs} />. There may
          be newer alerts.
        </p>
      )
    }
    return <Verdict tone="ok">No unresolved alerts on the {countOf(known, 'plant')} read</Verdict>
  }
  return (
    <p className="text-muted">
      {isWhole
        ? 'None found in what could be read.'
        : 'None found so far. The rest of the fleet may have alerts.'}
    </p>
  )
}

/** Unlike a badge, it is shown in full on a phone. */
function Verdict({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <p className={`flex gap-1.5 tabular-nums ${toneText[tone]}`}>
      <ToneIcon tone={tone} className="mt-0.5 size-4" />
      <span>{children}</span>
    </p>
  )
}
