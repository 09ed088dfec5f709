import type { CertificatesSearch } from './certificates-search'
import type { Certificates } from './use-certificates'
import { describeError } from '@/api/error-messages'
import { renewalConsequence } from '@/domain/actions/consequences'
import { describeCompleteness } from '@/domain/fleet/fleet-reach'
import { checkOf, figureLabels, figures } from '@/domain/renewals/figure-checks'
import { filterText } from '@/domain/renewals/risk-filter'
import { thresholdsOf } from '@/domain/renewals/search-values'
import { coverageText } from '@/domain/renewals/stats-check'
import { formatCount } from '@/lib/format-count'
import { readInstant } from '@/lib/instants'
import { type AboutLine, extentLines, memberCell, utcText } from '@/lib/table-export/export-table'

/** The data behind a file, as shown on screen at the click. */
export interface ExportContext {
  search: CertificatesSearch
  certificates: Certificates
  /** Unix ms, server's clock. */
  exportedAtMs: number
}

/** Returns the lines that make a file with a number of rows evidence: what was read and when, and what it leaves open. */
export function contextLines(rowCount: number, context: ExportContext): AboutLine[] {
  const { search, certificates, exportedAtMs } = context
  const { atRisk, survey, fleet, statsReadAtMs } = certificates
  const { urgentDays, soonDays } = thresholdsOf(search)
  const extent = {
    noun: 'certificates',
    shown: rowCount,
    total: atRisk.length,
    readAtMs: fleet.oldestReadAtMs ?? statsReadAtMs,
    exportedAtMs,
    filter: filterText(search),
  }
  const failure = fleet.error ? describeError(fleet.error).title : undefined
  return [
    ...extentLines(extent),
    { label: 'Coverage', text: coverageText({ ...fleet, plants: survey.plantIds.size }) },
    { label: 'Fleet', text: describeCompleteness({ ...fleet, failure }, utcText) },
    {
      label: 'Unreadable expiries',
      text: `${formatCount(survey.unreadable)}${survey.unreadable > 0 ? ', which no row lists' : ''}`,
    },
    {
      label: 'Thresholds',
      text: `Urgent within ${urgentDays} days, soon within ${soonDays} days`,
    },
    { label: 'Renewal', text: renewalConsequence },
    ...figureLines(certificates),
    { label: 'Contradictions', text: contradictionText(survey) },
  ]
}

function figureLines(certificates: Certificates): AboutLine[] {
  const { stats, statsReadAtMs } = certificates
  const { data, error } = stats
  if (!data) return [{ label: 'Platform figures', text: 'Not read' }]
  const readFigures = figures.map(
    (figure) => `${figureLabels[figure]}: ${memberCell(data, figure) ?? 'no figure'}`,
  )
  const nextMs = readInstant(data.nextRenewalAt)
  const next = typeof nextMs === 'number' ? utcText(nextMs) : memberCell(data, 'nextRenewalAt')
  const failure = error ? `. Couldn’t refresh them: ${describeError(error).title}` : ''
  return [
    {
      label: 'Platform figures',
      text: [...readFigures, `Next renewal: ${next ?? 'none'}`].join(', '),
    },
    { label: 'Figures read', text: `${utcText(statsReadAtMs)}${failure}` },
    ...figures.flatMap((figure): AboutLine[] => {
      const check = checkOf(figure, certificates)
      if (check?.kind !== 'differs') return []
      const label = `${figureLabels[figure]} differs`
      return [{ label, text: `Plant list: ${formatCount(check.listed)}. ${check.reason}` }]
    }),
  ]
}

function contradictionText({ contradictions, plantIds }: Certificates['survey']): string {
  if (plantIds.size === 0) return 'Nothing to check'
  if (contradictions.length === 0) return 'None'
  return contradictions
    .map(({ title, plants }) => `${title}: ${formatCount(plants.length)}`)
    .join('; ')
}
