import { useQuery } from '@tanstack/react-query'
import { Printer } from 'lucide-react'
import { useEffect } from 'react'
import { noteContactReading, useContactWatch } from './contact-watches'
import { RenewalComparison } from './renewal-comparison'
import { plantQueries } from '@/api/plants'
import { namesCertificate } from '@/domain/certificates/certificate-change'
import { codePart } from '@/lib/code-part'
import { serverNow } from '@/lib/server-clock'
import { utcText } from '@/lib/table-export/export-table'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { ExportButtons } from '@/ui/export-buttons'
import { Panel } from '@/ui/panel'
import { usePaperNote } from '@/ui/printing'
import { useReadAt } from '@/ui/use-read-at'
import { visibleText } from '@/ui/visible-text'

const evidencePart = codePart(() => import('@/domain/renewals/renewal-evidence'))

/** The evidence of a plant's latest renewal on this page, for the screen, for paper and as a file. */
export function RenewalProofPanel({ plantId }: { plantId: string }) {
  const proof = useRenewalProof(plantId)
  return proof ? <ProofPanel {...proof} /> : null
}

/** Buttons that save the evidence of a plant's latest renewal; nothing without one. */
export function RenewalFile({ plantId }: { plantId: string }) {
  const proof = useRenewalProof(plantId)
  return proof ? <ProofFile {...proof} /> : null
}

function useRenewalProof(plantId: string) {
  const proof = useContactWatch(plantId)?.proof
  const { data: plant, dataUpdatedAt } = useQuery({
    ...plantQueries.detail(plantId),
    enabled: proof !== undefined,
  })
  useEffect(() => {
    if (plant) noteContactReading(plantId, plant, dataUpdatedAt)
  }, [plantId, plant, dataUpdatedAt])
  const readAtMs = useReadAt(dataUpdatedAt)
  return proof && namesCertificate(proof.before) ? { proof, readAtMs } : undefined
}

type ProofProps = NonNullable<ReturnType<typeof useRenewalProof>>

function ProofFile({ proof, readAtMs }: ProofProps) {
  async function table() {
    const exportedAtMs = serverNow()
    const { renewalEvidence } = await evidencePart.load()
    return renewalEvidence([proof], { readAtMs, exportedAtMs })
  }

  return <ExportButtons size="sm" what="the renewal" table={table} />
}

function ProofPanel({ proof, readAtMs }: ProofProps) {
  const { before, beforeReadAtMs, after, afterReadAtMs, contactAtMs } = proof
  usePaperNote(`Renewal of ${visibleText(proof.serialNumber)}, read ${utcText(readAtMs)}`)
  return (
    <Panel
      title="Evidence of the renewal"
      actions={
        <div className="flex flex-wrap items-center gap-2" data-print="hide">
          <ProofFile proof={proof} readAtMs={readAtMs} />
          <Button
            size="sm"
            icon={<Printer aria-hidden className="size-4 max-md:hidden" />}
            onClick={() => print()}
          >
            Print
          </Button>
        </div>
      }
    >
      <div className="flex flex-col gap-3 px-4 py-3">
        <RenewalComparison
          before={before}
          after={after}
          pending="not read yet"
          inspection="unavailable"
        />
        <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1 tabular-nums">
          <dt className="text-muted">Previous certificate read</dt>
          <dd>
            <AbsoluteTime value={beforeReadAtMs} />
          </dd>
          <dt className="text-muted">New certificate read</dt>
          <dd>
            <AbsoluteTime value={afterReadAtMs} absent="not yet" />
          </dd>
          <dt className="text-muted">First contact</dt>
          <dd>
            <AbsoluteTime value={contactAtMs} absent="not yet seen" />
          </dd>
          <dt className="text-muted">Plant last read</dt>
          <dd>
            <AbsoluteTime value={readAtMs} />
          </dd>
        </dl>
        <p className="text-xs text-muted" data-print="hide">
          Save or print this before you reload the page. Only renewals on the worklist are kept.
        </p>
      </div>
    </Panel>
  )
}
