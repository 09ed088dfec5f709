import { X } from 'lucide-react'
import { memo, useId, useState } from 'react'
import { PlantLink } from './plant-link'
import { ProvisionLink } from './risk-actions'
import type { WorklistRow } from './use-worklist'
import { FactsOf, ReadTimes } from './worklist-cells'
import { WorklistProofButton } from './worklist-proof-button'
import { plantLabel } from '@/domain/plant/plant-name'
import type { WorklistEntry } from '@/domain/renewals/worklist-entry'
import { type Progress, progressMeanings } from '@/domain/renewals/worklist-state'
import { formatCount } from '@/lib/format-count'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { IconButton } from '@/ui/icon-button'
import { usePrinting } from '@/ui/printing'
import { StatusBadge } from '@/ui/status-badge'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { visibleText } from '@/ui/visible-text'

interface WorklistPartTableProps {
  heading: string
  rows: readonly WorklistRow[]
  onRemove: (plantId: string) => void
}

/** More rows would push the certificates at risk off the screen. */
const maxShown = 5

const headings = ['Plant', 'State', 'Serial number', 'Fingerprint', 'Expires', 'Action']

/** The plants of the worklist in one state, each with its certificate before and after. */
export function WorklistPartTable({ heading, rows, onRemove }: WorklistPartTableProps) {
  const headingId = useId()
  const [isWhole, setIsWhole] = useState(false)
  const isPrinting = usePrinting()
  if (rows.length === 0) return null
  const shown = isWhole || isPrinting ? rows : rows.slice(0, maxShown)
  return (
    <section aria-labelledby={headingId} className="flex flex-col gap-1">
      <h3 id={headingId} className="text-sm font-semibold tabular-nums">
        {heading} ({formatCount(rows.length)})
      </h3>
      <Table label={heading} isCards>
        <THead>
          <Tr>
            {headings.map((name) => (
              <Th
                key={name}
                isActions={name === 'Action'}
                data-print={name === 'Action' ? 'hide' : undefined}
              >
                {name}
              </Th>
            ))}
          </Tr>
        </THead>
        <TBody>
          {shown.map((row) => (
            <Row key={row.entry.plantId} entry={row.entry} {...row.progress} onRemove={onRemove} />
          ))}
        </TBody>
      </Table>
      {shown.length < rows.length ? (
        <Button size="sm" className="self-start" data-print="hide" onClick={() => setIsWhole(true)}>
          Show all {formatCount(rows.length)}
        </Button>
      ) : null}
    </section>
  )
}

interface RowProps extends Progress {
  entry: WorklistEntry
  onRemove: (plantId: string) => void
}

/** Rendered only when its plant has changed, because each reading of any plant renders the panel. */
const Row = memo(function Row({ entry, kind, evidence, contactAtMs, onRemove }: RowProps) {
  const whyForbidden = useWhyForbidden()
  const { plantId, name, serialNumber } = entry
  const label = visibleText(plantLabel({ id: plantId, name, serialNumber }))
  const { label: state, tone } = progressMeanings[kind]
  return (
    <Tr>
      <Td isCardTitle className="md:max-w-36 print:w-[18%]">
        <PlantLink plant={{ id: plantId, name, serialNumber }} />
      </Td>
      <Td label="State" className="min-w-36 whitespace-normal! print:w-[22%] print:min-w-0!">
        <div className="flex min-w-0 flex-col max-md:items-end">
          <StatusBadge isPlain tone={tone}>
            {state}
          </StatusBadge>
          <span className="text-xs text-muted max-md:text-end">
            {evidence}
            {contactAtMs === undefined ? null : (
              <>
                {' '}
                First contact seen: <AbsoluteTime value={contactAtMs} />
              </>
            )}
          </span>
          <ReadTimes entry={entry} />
        </div>
      </Td>
      <Td label="Serial number" className="print:w-[20%]">
        <FactsOf entry={entry} fact="certificateSerialNumber" />
      </Td>
      <Td label="Fingerprint" className="print:w-[24%]">
        <FactsOf entry={entry} fact="certificateFingerprint" />
      </Td>
      <Td label="Expires">
        <FactsOf entry={entry} fact="certificateExpiresAt" />
      </Td>
      <Td label="Action" isActions data-print="hide">
        <div className="flex items-center justify-end gap-1">
          {kind === 'toDo' ? (
            <ProvisionLink
              plantId={plantId}
              name={label}
              disabledReason={whyForbidden('provision')}
            />
          ) : null}
          {entry.issued ? <WorklistProofButton entry={entry} name={label} /> : null}
          <IconButton
            size="sm"
            label={`Remove ${label} from the worklist`}
            onClick={() => onRemove(plantId)}
          >
            <X aria-hidden className="size-4" />
          </IconButton>
        </div>
      </Td>
    </Tr>
  )
})
