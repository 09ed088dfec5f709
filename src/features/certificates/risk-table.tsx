import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { Contact, NextStep, TimeLeft } from './risk-cells'
import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { whyNoPage } from '@/domain/plant/plant-address'
import { plantLabel } from '@/domain/plant/plant-name'
import { authMethodLabel } from '@/domain/plant/plant-words'
import { formatCount } from '@/lib/format-count'
import { isUnreadable } from '@/lib/unreadable'
import { LifecycleBadge } from '@/plant-ui/status-badges'
import { Button } from '@/ui/button'
import { buttonClass } from '@/ui/button-class'
import { mostPrintedRows, usePrinting } from '@/ui/printing'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

/** More rows are shown on request: thousands at once would take seconds. */
const step = 100

const headings = [
  'Plant',
  'Certificate',
  'Contact',
  'Next step',
  'Lifecycle',
  'Authentication method',
  'Action',
]

/** Certificates at risk, most urgent first. */
export function RiskTable({ rows, label }: { rows: readonly AtRisk[]; label: string }) {
  const [limit, setLimit] = useState(step)
  const isPrinting = usePrinting()
  const shown = rows.slice(0, isPrinting ? mostPrintedRows : limit)
  return (
    <>
      {isPrinting && shown.length < rows.length ? (
        <p>
          Only the {formatCount(shown.length)} most urgent of {formatCount(rows.length)}{' '}
          certificates are printed. Export them to get all.
        </p>
      ) : null}
      <Table label={label} isCards>
        <THead>
          <Tr>
            {headings.map((heading) => (
              <Th key={heading} data-print={heading === 'Action' ? 'hide' : undefined}>
                {heading}
              </Th>
            ))}
          </Tr>
        </THead>
        <TBody>
          {shown.map((row) => (
            <Row key={row.plant.id} row={row} />
          ))}
        </TBody>
      </Table>
      {shown.length < rows.length ? (
        <div className="flex flex-wrap items-center gap-3" data-print="hide">
          <p className="text-sm text-muted tabular-nums">
            The {formatCount(shown.length)} most urgent of {formatCount(rows.length)}
          </p>
          <Button onClick={() => setLimit(limit + step)}>Show {step} more</Button>
        </div>
      ) : null}
    </>
  )
}

function Row({ row }: { row: AtRisk }) {
  const { plant } = row
  return (
    <Tr>
      <Td isCardTitle className="max-w-64 print:w-[20%]">
        <PlantLink plant={plant} />
      </Td>
      <Td label="Certificate">
        <TimeLeft row={row} />
      </Td>
      <Td label="Contact" className="print:w-[17%]">
        <Contact row={row} />
      </Td>
      <Td label="Next step" className="min-w-56 whitespace-normal! print:w-[24%]">
        <NextStep row={row} />
      </Td>
      <Td label="Lifecycle">
        <LifecycleBadge plant={plant} isPlain />
      </Td>
      <Td label="Authentication method">
        <UntrustedText isCut isUnreadable={isUnreadable(plant, 'authMethod')}>
          {authMethodLabel(plant.authMethod ?? '')}
        </UntrustedText>
      </Td>
      <Td label="Action" data-print="hide">
        {whyNoPage(plant.id) === undefined ? (
          <Link
            to="/plants/$plantId/security"
            params={{ plantId: plant.id }}
            search={{ action: 'provision' }}
            aria-label={`Renew the certificate of ${visibleText(plantLabel(plant))}`}
            className={buttonClass({ size: 'sm' })}
          >
            Renew
          </Link>
        ) : null}
      </Td>
    </Tr>
  )
}

/** Renewals start on the plant's Security tab. */
function PlantLink({ plant }: { plant: AtRisk['plant'] }) {
  const name = (
    <UntrustedText isTruncated fallback="(no name)" isUnreadable={isUnreadable(plant, 'name')}>
      {plant.name}
    </UntrustedText>
  )
  return (
    <div className="flex min-w-0 flex-col max-md:items-start">
      {whyNoPage(plant.id) === undefined ? (
        <Link
          to="/plants/$plantId/security"
          params={{ plantId: plant.id }}
          className="truncate font-medium text-ink underline-offset-2 hover:underline max-md:py-3"
        >
          {name}
        </Link>
      ) : (
        <span className="font-medium">{name}</span>
      )}
      <UntrustedText isTruncated className="font-mono text-xs text-muted">
        {plant.serialNumber}
      </UntrustedText>
    </div>
  )
}
