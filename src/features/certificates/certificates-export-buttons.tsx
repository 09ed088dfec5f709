import { CalendarButton } from './calendar-button'
import type { CertificatesSearch } from './certificates-search'
import type { Certificates } from './use-certificates'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import type { WorklistEntry } from '@/domain/renewals/worklist-entry'
import { codePart } from '@/lib/code-part'
import { serverNow } from '@/lib/server-clock'
import { ExportButtons } from '@/ui/export-buttons'

const exportPart = codePart(() => import('./certificates-export'))

interface CertificatesExportProps {
  rows: readonly AtRisk[]
  search: CertificatesSearch
  certificates: Certificates
  /** The worklist, whose evidence the files state. */
  entries: readonly WorklistEntry[]
}

/** The rows on screen as CSV, Excel and calendar. */
export function CertificatesExport(props: CertificatesExportProps) {
  const { rows, search, certificates, entries } = props

  async function table() {
    const exportedAtMs = serverNow()
    const { certificatesExport } = await exportPart.load()
    return certificatesExport(rows, { search, certificates, exportedAtMs }, entries)
  }

  const isAnyUpcoming = rows.some(({ grade }) => grade !== 'expired')
  if (rows.length === 0 && entries.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2" data-print="hide">
      <ExportButtons table={table} />
      {rows.length > 0 ? (
        <CalendarButton
          fileName="certificate-renewals"
          disabledReason={
            isAnyUpcoming
              ? undefined
              : 'All of these have expired. Plan their renewals below, and export that calendar.'
          }
          write={({ renewalCalendar }, at) => renewalCalendar(rows, at)}
        />
      ) : null}
    </div>
  )
}
