import { CalendarPlus } from 'lucide-react'
import type { CertificatesSearch } from './certificates-search'
import { filterText } from './risk-filter'
import type { Certificates } from './use-certificates'
import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { coverageText } from '@/domain/certificates/stats-check'
import { publicPath } from '@/lib/base-path'
import { codePart } from '@/lib/code-part'
import { serverNow } from '@/lib/server-clock'
import { Button } from '@/ui/button'
import { ExportButtons } from '@/ui/export-buttons'
import { saveFile } from '@/ui/save-file'
import { reportFileFailure } from '@/ui/use-table-export'

const exportPart = codePart(() => import('./certificates-export'))
const calendarPart = codePart(() => import('./renewal-calendar'))

interface CertificatesExportProps {
  rows: readonly AtRisk[]
  search: CertificatesSearch
  certificates: Certificates
}

/** The rows on screen as CSV, Excel and calendar. */
export function CertificatesExport({ rows, search, certificates }: CertificatesExportProps) {
  const { atRisk, survey, fleet, statsReadAtMs } = certificates

  async function table() {
    const exportedAtMs = serverNow()
    const { certificatesExport } = await exportPart.load()
    return certificatesExport({
      rows,
      total: atRisk.length,
      filter: filterText(search),
      coverage: coverageText({ ...fleet, plants: survey.plantIds.size }),
      readAtMs: fleet.oldestReadAtMs ?? statsReadAtMs,
      exportedAtMs,
    })
  }

  async function saveCalendar() {
    try {
      const { renewalCalendar } = await calendarPart.load()
      const content = renewalCalendar(rows, location.origin + publicPath(''))
      saveFile({ name: 'certificate-renewals.ics', content, type: 'text/calendar;charset=utf-8' })
    } catch (error) {
      await reportFileFailure(error)
    }
  }

  if (rows.length === 0) return null
  return (
    <div className="flex flex-wrap gap-2" data-print="hide">
      <ExportButtons table={table} />
      <Button
        icon={<CalendarPlus aria-hidden className="size-4" />}
        onPointerEnter={calendarPart.preload}
        onFocus={calendarPart.preload}
        onClick={saveCalendar}
      >
        Export calendar
      </Button>
    </div>
  )
}
