import { useNavigate } from '@tanstack/react-router'
import { use, useCallback, useMemo, useState } from 'react'
import { chartHeightRem } from './chart-height'
import { TableButton } from './table-button'
import { defaultThresholds } from '@/domain/certificates/certificate-thresholds'
import { CertificateSurveyor } from '@/domain/renewals/certificate-survey'
import { type ExpiryBin, type LoadedBin, expiryBins, loadBins } from '@/domain/renewals/expiry-bins'
import { binSearch } from '@/domain/renewals/span-words'
import { coverageText } from '@/domain/renewals/stats-check'
import type { useFleet } from '@/fleet/use-fleet'
import { useFleetScan } from '@/fleet/use-fleet-scan'
import { formatCount } from '@/lib/format-count'
import { ExpiryTable } from '@/plant-ui/expiry-table'
import { FleetChart } from '@/plant-ui/fleet-chart'
import { Panel } from '@/ui/panel'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'
import { TimeZoneContext } from '@/ui/time-zone-context'
import { useMinute } from '@/ui/use-minute'

interface ExpiriesPanelProps {
  fleet: ReturnType<typeof useFleet>
}

/** Expiries of the certificates in use by week, as a chart or as a table. */
export function ExpiriesPanel({ fleet }: ExpiriesPanelProps) {
  const zone = use(TimeZoneContext)
  const nowMs = useMinute()
  const makeSurveyor = useCallback(
    () => new CertificateSurveyor({ limits: defaultThresholds, span: undefined, nowMs }),
    [nowMs],
  )
  const { result: survey } = useFleetScan(makeSurveyor)
  const bins = useMemo(
    () => loadBins(expiryBins(survey?.expiries ?? [], nowMs, zone), undefined, nowMs, zone),
    [survey, nowMs, zone],
  )
  const title = bins.some(({ kind }) => kind === 'month') ? 'week and month' : 'week'
  const [isTable, setIsTable] = useState(false)
  return (
    <Panel
      title={`Certificate expiry by ${title}`}
      actions={<TableButton isTable={isTable} onChange={setIsTable} />}
    >
      <div className="flex flex-col gap-1 px-4 py-2">
        {survey ? (
          <>
            <Coverage survey={survey} fleet={fleet} />
            {survey.expiries.length > 0 ? (
              <Expiries bins={bins} nowMs={nowMs} isTable={isTable} />
            ) : (
              <p className="py-6 text-center text-muted">
                None of the certificates read has an expiry date.
              </p>
            )}
          </>
        ) : (
          <SkeletonGroup label="Loading the expiries">
            <Skeleton className="h-40 w-full" />
          </SkeletonGroup>
        )}
      </div>
    </Panel>
  )
}

interface CoverageProps {
  survey: { plantIds: ReadonlySet<string>; unreadable: number }
  fleet: ExpiriesPanelProps['fleet']
}

/** The line below the figures covers the chart too, but for what is said here. */
function Coverage({ survey: { plantIds, unreadable }, fleet }: CoverageProps) {
  const plants = plantIds.size
  const isPartial = fleet.completeness.kind === 'incomplete' || plants !== fleet.plants
  if (!isPartial && unreadable === 0) return null
  return (
    <p className="text-xs text-muted tabular-nums">
      {isPartial ? coverageText({ ...fleet, plants }) : null}
      {unreadable > 0 ? ` The expiry of ${formatCount(unreadable)} couldn’t be read.` : null}
    </p>
  )
}

interface ExpiriesProps {
  bins: readonly LoadedBin[]
  nowMs: number
  isTable: boolean
}

function Expiries({ bins, nowMs, isTable }: ExpiriesProps) {
  const navigate = useNavigate()
  const zone = use(TimeZoneContext)
  // Stays the same, so that the chart isn't drawn again whenever a plant is read.
  const choose = useCallback(
    (bin: ExpiryBin) => void navigate({ to: '/certificates', search: binSearch(bin, zone) }),
    [navigate, zone],
  )
  if (isTable) return <ExpiryTable bins={bins} hasCapacity={false} onChoose={choose} />
  return (
    <FleetChart heightClass="h-40">
      {({ ExpiryChart }) => (
        <ExpiryChart bins={bins} nowMs={nowMs} heightRem={chartHeightRem} onChoose={choose} />
      )}
    </FleetChart>
  )
}
