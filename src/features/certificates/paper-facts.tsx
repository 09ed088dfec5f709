import { useState } from 'react'
import type { CertificatesSearch } from './certificates-search'
import { contextLines } from './export-context'
import type { Certificates } from './use-certificates'
import { serverNow } from '@/lib/server-clock'
import { usePaperNote, usePrinting } from '@/ui/printing'

interface PaperFactsProps {
  rowCount: number
  search: CertificatesSearch
  certificates: Certificates
}

/** Only on paper: what the page rests on, in the words of its files. */
export function PaperFacts(props: PaperFactsProps) {
  return usePrinting() ? <Facts {...props} /> : null
}

function Facts({ rowCount, search, certificates }: PaperFactsProps) {
  const [printedAtMs] = useState(serverNow)
  const lines = contextLines(rowCount, { search, certificates, exportedAtMs: printedAtMs })
  const readAt = lines.find(({ label }) => label === 'Data as of')?.text
  usePaperNote(`Certificates, data as of ${readAt}`)
  return (
    <dl className="grid grid-cols-[max-content_1fr] gap-x-4 text-xs">
      {lines.map(({ label, text }) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label === 'Exported' ? 'Printed' : label}</dt>
          <dd translate="no" className="wrap-anywhere">
            {text}
          </dd>
        </div>
      ))}
    </dl>
  )
}
