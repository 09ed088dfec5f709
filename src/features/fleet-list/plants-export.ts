import type { Plant } from '@/api/plant-schemas'
import {
  awaitsCertificate,
  certificateEnd,
  disuseOf,
  disuseWords,
  noCertificateYet,
} from '@/domain/certificates/certificate-expiry'
import { authMethodLabel } from '@/domain/credentials/auth-methods'
import { describeCondition } from '@/domain/fleet/condition-words'
import { printFilter } from '@/domain/fleet/filter-text'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'
import { type FiledFleet, describeCompleteness } from '@/domain/fleet/fleet-reach'
import { type ListColumn, columnLabels } from '@/domain/fleet/list-columns'
import { plantTypeLabel } from '@/domain/plant/plant-words'
import { type Urgency, urgencyOf } from '@/domain/problems/urgency'
import { connectionMeaning } from '@/domain/status/connection'
import { lifecycleMeaning } from '@/domain/status/lifecycle'
import type { FrozenPlants, ReadPlant } from '@/fleet/frozen-plants'
import { datedName } from '@/lib/file-name'
import { formatCount } from '@/lib/format-count'
import {
  type CellColumn,
  cellsOf,
  headsOf,
  numberColumn,
  textColumn,
  timeColumn,
} from '@/lib/table-export/cell-columns'
import {
  type AboutLine,
  type ExportTable,
  type TableCell,
  extentLines,
  instantCell,
  memberCell,
  timeCell,
  unreadableCell,
  utcText,
} from '@/lib/table-export/export-table'
import { isUnreadable } from '@/lib/unreadable'

/** Data of the export. */
export interface PlantsExport {
  plants: FrozenPlants
  /** The columns of the list in order, including those that don't fit on the screen. */
  columns: readonly ListColumn[]
  filter: FleetFilter
  /** Number of selected plants; undefined when all matches are exported. */
  selected: number | undefined
  fleet: FiledFleet & { total: number | null | undefined }
  exportedAtMs: number
}

/** A plant, and what the list says of it when it was read. */
interface JudgedPlant {
  plant: Plant
  reason: Urgency | undefined
}

type FileColumn = CellColumn<JudgedPlant>
type Instant = 'certificateExpiresAt' | 'lastSeenAt' | 'createdAt'

const moment = (heading: string, name: Instant): FileColumn =>
  timeColumn(heading, ({ plant }) => instantCell(plant, name))

const fileColumns: Record<ListColumn, readonly FileColumn[]> = {
  name: [textColumn(columnLabels.name, ({ plant }) => memberCell(plant, 'name'))],
  urgency: [
    textColumn(columnLabels.urgency, ({ reason }) => reason?.text),
    timeColumn(`${columnLabels.urgency}: time`, ({ reason }) => timeCell(reason?.at)),
  ],
  serialNumber: [
    textColumn(columnLabels.serialNumber, ({ plant }) => memberCell(plant, 'serialNumber')),
  ],
  status: [textColumn(columnLabels.status, ({ plant }) => connectionMeaning(plant).label)],
  lifecycle: [textColumn(columnLabels.lifecycle, ({ plant }) => lifecycleMeaning(plant).label)],
  cert: [timeColumn('Certificate expires', certificateCell)],
  seen: [moment(columnLabels.seen, 'lastSeenAt')],
  failures: [
    numberColumn(columnLabels.failures, ({ plant }) => memberCell(plant, 'authFailureCount')),
  ],
  type: [
    textColumn(columnLabels.type, ({ plant }) =>
      isUnreadable(plant, 'type') ? unreadableCell : plantTypeLabel(plant.type),
    ),
  ],
  auth: [
    textColumn(columnLabels.auth, ({ plant }) =>
      isUnreadable(plant, 'authMethod') ? unreadableCell : authMethodLabel(plant.authMethod),
    ),
  ],
  template: [
    textColumn(columnLabels.template, ({ plant }) =>
      isUnreadable(plant, 'template') ? unreadableCell : plant.template?.name,
    ),
  ],
  created: [moment(columnLabels.created, 'createdAt')],
}

/** In every file, whichever columns are chosen: the identifiers that other programs use. */
const idColumns: readonly FileColumn[] = [
  textColumn('Plant ID', ({ plant }) => plant.id),
  textColumn('Organization ID', ({ plant }) => memberCell(plant, 'organizationId')),
  textColumn('Template ID', ({ plant }) => memberCell(plant, 'templateId')),
  textColumn('Certificate serial number', ({ plant }) =>
    memberCell(plant, 'certificateSerialNumber'),
  ),
  textColumn('Certificate fingerprint', ({ plant }) => memberCell(plant, 'certificateFingerprint')),
]

function certificateCell({ plant }: JudgedPlant) {
  if (awaitsCertificate(plant)) return noCertificateYet
  const disuse = typeof certificateEnd(plant) === 'number' ? disuseOf(plant) : undefined
  return disuse === undefined
    ? instantCell(plant, 'certificateExpiresAt')
    : disuseWords[disuse].text
}

/** Returns plants of the list as worded on screen, with exact times and all IDs. */
export function plantsExport(given: PlantsExport): ExportTable {
  const { plants, columns, selected, exportedAtMs } = given
  const all = [...columns.flatMap((column) => fileColumns[column]), ...idColumns]
  return {
    fileName: datedName(selected === undefined ? 'plants' : 'plants-selected', exportedAtMs),
    title: 'Plants',
    columns: [...headsOf(all), { heading: 'Row read', kind: 'time' }],
    about: aboutLines(given),
    rows: rowsOf(plants, all),
    rowCount: plants.count,
  }
}

function* rowsOf(
  plants: Iterable<ReadPlant>,
  columns: readonly FileColumn[],
): Generator<TableCell[], void> {
  for (const { plant, readAtMs } of plants) {
    // As on the screen: judged when the row was read.
    const reason = urgencyOf(plant, readAtMs)
    yield [...cellsOf(columns, { plant, reason }), readAtMs]
  }
}

function aboutLines({
  plants,
  filter,
  selected,
  fleet,
  exportedAtMs,
}: PlantsExport): readonly AboutLine[] {
  const words = filter.map(describeCondition).join('; ')
  const gone = selected === undefined ? 0 : selected - plants.count
  return [
    ...(selected === undefined
      ? []
      : [{ label: 'Selection', text: `${formatCount(selected)} selected by ID` }]),
    ...extentLines({
      filter: selected === undefined ? words : 'Not applied to selected plants',
      noun: 'plants',
      shown: plants.count,
      total: fleet.total ?? null,
      readAtMs: plants.oldestReadAtMs ?? exportedAtMs,
      exportedAtMs,
    }),
    ...(selected === undefined && words !== ''
      ? [{ label: 'Filter line', text: printFilter(filter) }]
      : []),
    { label: 'Fleet', text: describeCompleteness(fleet, utcText) },
    ...(gone > 0
      ? [{ label: 'Not in this file', text: `${formatCount(gone)} selected, but not in the fleet` }]
      : []),
  ]
}
