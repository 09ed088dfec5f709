import { use, useCallback, useMemo } from 'react'
import type { CertificatesSearch, OnCertificatesSearch } from './certificates-search'
import { NumberField } from './number-field'
import type { Certificates } from './use-certificates'
import { type ExpiryBin, loadBins } from '@/domain/renewals/expiry-bins'
import { maxRenewalsPerWeek } from '@/domain/renewals/search-mistakes'
import { binSearch } from '@/domain/renewals/span-words'
import { coverageText } from '@/domain/renewals/stats-check'
import { countOf } from '@/lib/format-count'
import { ExpiryTable } from '@/plant-ui/expiry-table'
import { FleetChart } from '@/plant-ui/fleet-chart'
import { Button } from '@/ui/button'
import { Notice } from '@/ui/notice'
import { Panel } from '@/ui/panel'
import { TimeZoneContext } from '@/ui/time-zone-context'

/** Low, so that the plants at risk are in view. */
const heightRem = 6.25

interface ExpiryPanelProps {
  certificates: Certificates
  search: CertificatesSearch
  onSearchChange: OnCertificatesSearch
}

/** Expiries of the fleet's certificates as a chart and as a table; choosing a span lists its plants. */
export function ExpiryPanel({ certificates, search, onSearchChange }: ExpiryPanelProps) {
  const zone = use(TimeZoneContext)
  const { nowMs, survey, fleet } = certificates
  const coverage = coverageText({ ...fleet, plants: survey.plantIds.size })
  // The notice above says that the list failed.
  const unread = fleet.error ? 'No expiries to show.' : coverage
  const emptyText =
    survey.plantIds.size === 0 && fleet.total !== 0
      ? unread
      : 'None of the certificates read has an expiry date.'
  const { capacity } = search
  const isTable = search.expiries === 'table'
  // Stays the same, so that the chart isn't drawn again whenever a plant is read.
  const choose = useCallback(
    (bin: ExpiryBin) => onSearchChange({ ...binSearch(bin, zone), grade: undefined }),
    [onSearchChange, zone],
  )
  const bins = useMemo(
    () => loadBins(certificates.bins, capacity, nowMs, zone),
    [certificates.bins, capacity, nowMs, zone],
  )
  const overloaded = bins.filter(({ over }) => over > 0).length
  const figures = { bins, hasCapacity: capacity !== undefined, onChoose: choose }
  return (
    <Panel
      title={`Expiries by week${bins.some(({ kind }) => kind === 'month') ? ' and month' : ''}`}
      className="print:break-inside-avoid"
      actions={
        <div className="flex flex-wrap items-start gap-3" data-print="hide">
          <NumberField
            label="Renewals a week"
            value={capacity}
            max={maxRenewalsPerWeek}
            emptyText="No limit"
            // The label is beside the field, so that the panel is low; a mistake is stated below both.
            className="w-36 md:w-60 md:grid md:grid-cols-[auto_1fr] md:items-center md:gap-x-2 md:[&>[role=alert]]:col-span-2"
            onChange={(change) => onSearchChange({ capacity: change }, true)}
          />
          <Button
            // Beside the field; on a phone below its label.
            className="max-md:mt-6"
            aria-pressed={isTable}
            onClick={() => onSearchChange({ expiries: isTable ? undefined : 'table' }, true)}
          >
            Show as a table
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-1 px-4 py-1">
        {overloaded > 0 ? (
          <Notice tone="warn">
            <p>
              Over capacity in {countOf(overloaded, 'period')} at{' '}
              {countOf(capacity ?? 0, 'renewal')} a week.
            </p>
          </Notice>
        ) : null}
        {survey.expiries.length === 0 ? (
          <p className="py-6 text-center text-muted">{emptyText}</p>
        ) : null}
        {survey.expiries.length > 0 && fleet.completeness.kind === 'incomplete' ? (
          <p className="text-xs text-muted tabular-nums">{coverage}</p>
        ) : null}
        {survey.expiries.length > 0 && isTable ? <ExpiryTable {...figures} /> : null}
        {survey.expiries.length > 0 && !isTable ? (
          <FleetChart heightClass="h-30">
            {({ ExpiryChart }) => (
              <ExpiryChart bins={bins} nowMs={nowMs} heightRem={heightRem} onChoose={choose} />
            )}
          </FleetChart>
        ) : null}
      </div>
    </Panel>
  )
}
