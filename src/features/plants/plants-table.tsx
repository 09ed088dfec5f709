import { Link } from '@tanstack/react-router'
import { memo, useDeferredValue, useEffect, useRef } from 'react'
import type { Plant } from '@/api/plant-schemas'
import { authMethodLabel } from '@/domain/credentials/auth-methods'
import { whyNoPage } from '@/domain/plant/plant-address'
import { plantTypeLabel } from '@/domain/plant/plant-words'
import { formatCount } from '@/lib/format-count'
import { isUnreadable } from '@/lib/unreadable'
import { CertificateExpiry } from '@/plant-ui/certificate-expiry'
import { LastSeen } from '@/plant-ui/last-seen'
import { NameText } from '@/plant-ui/name-text'
import { ConnectionBadge, LifecycleBadge } from '@/plant-ui/status-badges'
import { THead, TBody, Table, Td, Th, Tr } from '@/ui/table'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

interface PlantsTableProps {
  plants: readonly Plant[]
  /** Time at which the rows were read, Unix ms; expiry and silence are judged by it. */
  nowMs: number
  /** True while the rows belong to the previous page or filter. */
  isOutdated: boolean
  /** Changes with the page, so that each page starts at its top. */
  pageKey: string
}

/**
 * Number of rows rendered immediately; the others follow in short slices, between which a slow device responds to
 * input.
 */
const firstRows = 3

/** Columns that give way on a narrow screen, where the certificate would be out of sight. */
const secondary = 'md:max-lg:hidden print:table-cell'
const minor = 'md:max-xl:hidden print:table-cell'

/** Table of one page of plants. */
export function PlantsTable({ plants, nowMs, isOutdated, pageKey }: PlantsTableProps) {
  const region = useRef<HTMLDivElement>(null)
  const shownKey = useRef(pageKey)
  const rows = useDeferredValue(Infinity, firstRows)
  useEffect(() => {
    if (shownKey.current === pageKey) return
    shownKey.current = pageKey
    region.current?.scrollTo({ top: 0 })
  }, [pageKey])
  return (
    <Table
      label="Plants"
      isCards
      regionRef={region}
      aria-busy={isOutdated}
      regionClassName={`min-h-0 max-md:overflow-visible ${isOutdated ? 'opacity-60' : ''}`}
    >
      <THead>
        <Tr>
          <Th>Name</Th>
          <Th className={secondary}>Serial number</Th>
          <Th className={minor}>Type</Th>
          <Th>Connection</Th>
          <Th className={secondary}>Lifecycle</Th>
          <Th className={minor}>Auth method</Th>
          <Th>Certificate</Th>
          <Th>Last seen</Th>
          <Th isNumeric className={secondary}>
            Auth failures
          </Th>
        </Tr>
      </THead>
      <TBody>
        {plants.slice(0, rows).map((plant) => (
          <PlantRow key={plant.id} plant={plant} nowMs={nowMs} />
        ))}
      </TBody>
    </Table>
  )
}

function PlantName({ plant }: { plant: Plant }) {
  const { id } = plant
  const reason = whyNoPage(id)
  const shown = <NameText of={plant} isTruncated />
  if (reason !== undefined) {
    return (
      <div className="font-medium max-md:flex-1 max-md:py-3 max-md:text-start">
        {shown}
        <span className="block text-xs font-normal whitespace-normal text-warn">{reason}</span>
      </div>
    )
  }
  return (
    <Link
      to="/plants/$plantId"
      params={{ plantId: id }}
      className="block truncate font-medium text-ink underline-offset-2 hover:underline max-md:flex-1 max-md:py-3 max-md:text-start"
    >
      {shown}
    </Link>
  )
}

const PlantRow = memo(function PlantRow({ plant, nowMs }: { plant: Plant; nowMs: number }) {
  const isFieldUnreadable = (name: keyof Plant) => isUnreadable(plant, name)
  const failures = plant.authFailureCount ?? 0
  return (
    <Tr>
      <Td className="max-w-64 max-md:max-w-none">
        <PlantName plant={plant} />
      </Td>
      <Td
        label="Serial number"
        className={`max-w-56 font-mono text-sm max-md:max-w-none ${secondary}`}
      >
        <UntrustedText isTruncated isUnreadable={isFieldUnreadable('serialNumber')}>
          {plant.serialNumber}
        </UntrustedText>
      </Td>
      <Td label="Type" className={`max-w-48 max-md:max-w-none ${minor}`}>
        <UntrustedText isTruncated isUnreadable={isFieldUnreadable('type')}>
          {plantTypeLabel(plant.type)}
        </UntrustedText>
      </Td>
      <Td label="Connection" className="max-w-48 max-md:max-w-none">
        <ConnectionBadge isPlain plant={plant} />
      </Td>
      <Td label="Lifecycle" className={`max-w-48 max-md:max-w-none ${secondary}`}>
        <LifecycleBadge isPlain plant={plant} />
      </Td>
      <Td label="Auth method" className={`max-w-48 max-md:max-w-none ${minor}`}>
        <UntrustedText isTruncated isUnreadable={isFieldUnreadable('authMethod')}>
          {authMethodLabel(plant.authMethod)}
        </UntrustedText>
      </Td>
      <Td
        label="Certificate"
        className={
          plant.certificateExpiresAt || isFieldUnreadable('certificateExpiresAt')
            ? ''
            : 'max-md:hidden'
        }
      >
        <CertificateExpiry plant={plant} nowMs={nowMs} />
      </Td>
      <Td label="Last seen">
        <LastSeen plant={plant} nowMs={nowMs} />
      </Td>
      <Td
        label="Auth failures"
        isNumeric
        className={`${secondary} ${
          failures > 0 || isFieldUnreadable('authFailureCount')
            ? 'text-warn'
            : 'text-faint max-md:hidden'
        }`}
      >
        {isFieldUnreadable('authFailureCount') ? <Unreadable /> : countText(plant.authFailureCount)}
      </Td>
    </Tr>
  )
})

function countText(count: number | null | undefined): string {
  return typeof count === 'number' ? formatCount(count) : '–'
}
