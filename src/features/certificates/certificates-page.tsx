import { use, useEffect, useMemo } from 'react'
import { AddressMistakes } from './address-mistakes'
import { CertificateFailures } from './certificate-failures'
import { CertificatesExport } from './certificates-export-buttons'
import type {
  CertificatesAddress,
  CertificatesSearch,
  OnCertificatesSearch,
} from './certificates-search'
import { ContradictionsPanel } from './contradictions-panel'
import { ExpiryPanel } from './expiry-panel'
import { rememberAddress } from './latest-address'
import { NoRows } from './no-rows'
import { PaperFacts } from './paper-facts'
import { RenewalNote } from './renewal-note'
import { RenewalPlanPanel } from './renewal-plan-panel'
import { RiskSummary } from './risk-summary'
import { RiskTable } from './risk-table'
import { RiskToolbar } from './risk-toolbar'
import { Coverage, StatTiles } from './stat-tiles'
import { hasNoPlants, useCertificates } from './use-certificates'
import { useWorklist } from './use-worklist'
import { WorklistPanel } from './worklist-panel'
import { filterRows } from '@/domain/renewals/risk-filter'
import { readParameters } from '@/domain/renewals/search-mistakes'
import { NoPlantsYet } from '@/plant-ui/no-plants-yet'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Freshness } from '@/ui/freshness'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'
import { TimeZoneContext } from '@/ui/time-zone-context'

interface CertificatesPageProps {
  address: CertificatesAddress
  onSearchChange: OnCertificatesSearch
}

const noFilter: Partial<CertificatesSearch> = {
  q: undefined,
  grade: undefined,
  reach: undefined,
  lifecycle: undefined,
  auth: undefined,
  from: undefined,
  to: undefined,
}

/** The health of the fleet's certificates: what has expired, what expires next, and what to do about it. */
export function CertificatesPage({ address, onSearchChange }: CertificatesPageProps) {
  const zone = use(TimeZoneContext)
  const { search, mistakes } = useMemo(() => {
    const read = readParameters(address, zone)
    return { search: { ...address, ...read.search }, mistakes: read.mistakes }
  }, [address, zone])
  const certificates = useCertificates(search, zone)
  useEffect(() => rememberAddress(address), [address])
  const { stats, statsReadAtMs, atRisk, span } = certificates
  const worklist = useWorklist()
  const createRefusal = useWhyForbidden()('createPlant')
  const shown = useMemo(() => filterRows(atRisk, search), [atRisk, search])
  return (
    <div className="flex flex-col gap-2 px-4 py-3 max-md:gap-3">
      <title>Certificates · Plantdeck</title>
      <Breadcrumb current="Certificates" />
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h1 className="text-xl font-semibold">Certificates</h1>
        <Freshness updatedAtMs={statsReadAtMs} />
      </div>
      <PaperFacts rowCount={shown.length} search={search} certificates={certificates} />
      <AddressMistakes mistakes={mistakes} search={search} onSearchChange={onSearchChange} />
      <CertificateFailures certificates={certificates} />
      <WorklistPanel worklist={worklist} />
      {stats.isPending ? <TilesSkeleton /> : <StatTiles certificates={certificates} />}
      {hasNoPlants(certificates) ? (
        <NoPlantsYet createRefusal={createRefusal} hasLink />
      ) : (
        <>
          <RiskSummary rows={atRisk} search={search} onSearchChange={onSearchChange} />
          <ExpiryPanel
            certificates={certificates}
            search={search}
            onSearchChange={onSearchChange}
          />
          {atRisk.length > 0 ? <RenewalNote /> : null}
          <RiskToolbar
            rows={atRisk}
            matches={shown.length}
            search={search}
            onSearchChange={onSearchChange}
          />
          <RiskTable
            rows={shown}
            label="Certificates at risk"
            worklist={worklist.listing}
            empty={
              shown.length > 0 ? undefined : (
                <NoRows
                  isFiltered={atRisk.length > 0 || span !== undefined}
                  certificates={certificates}
                  onClear={() => onSearchChange(noFilter)}
                />
              )
            }
          />
          <div className="flex flex-wrap items-center justify-between gap-3">
            <Coverage certificates={certificates} />
            <CertificatesExport
              rows={shown}
              search={search}
              certificates={certificates}
              entries={worklist.entries}
            />
          </div>
          <RenewalPlanPanel rows={shown} search={search} certificates={certificates} />
          <ContradictionsPanel certificates={certificates} />
        </>
      )}
    </div>
  )
}

function TilesSkeleton() {
  return (
    <SkeletonGroup label="Loading certificate figures">
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-5">
        {Array.from({ length: 5 }, (_, tile) => (
          <Skeleton key={tile} className="h-15 w-full" />
        ))}
      </div>
    </SkeletonGroup>
  )
}
