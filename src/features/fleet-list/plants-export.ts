import type { Plant } from '@/api/plant-schemas'
import { certificateEnd, disuseOf, disuseWords } from '@/domain/certificates/certificate-expiry'
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
import { formatCount } from '@/lib/format-count'
import {
  type AboutLine,
  type ExportTable,
  type TableCell,
  type TableColumn,
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

interface FileColumn extends TableColumn {
  cell: (plant: Plant, urgency: Urgency | undefined) => TableCell
}

type Instant = 'certificateExpiresAt' | 'lastSeenAt' | 'createdAt'

const moment = (heading: string, name: Instant): FileColumn => ({
  heading,
  kind: 'time',
  cell: (plant) => instantCell(plant, name),
})
const text = (heading: string, cell: FileColumn['cell']): FileColumn => ({
  heading,
  kind: 'text',
  cell,
})

const fileColumns: Record<ListColumn, readonly FileColumn[]> = {
  name: [text(columnLabels.name, (plant) => memberCell(plant, 'name'))],
  urgency: [
    text(columnLabels.urgency, (_plant, urgency) => urgency?.text),
    {
      heading: `${columnLabels.urgency}: time`,
      kind: 'time',
      cell: (_plant, urgency) => timeCell(urgency?.at),
    },
  ],
  serialNumber: [text(columnLabels.serialNumber, (plant) => memberCell(plant, 'serialNumber'))],
  status: [text(columnLabels.status, (plant) => connectionMeaning(plant).label)],
  lifecycle: [text(columnLabels.lifecycle, (plant) => lifecycleMeaning(plant).label)],
  cert: [
    {
      ...moment('Certificate expires', 'certificateExpiresAt'),
      cell: certificateCell,
    },
  ],
  seen: [moment(columnLabels.seen, 'lastSeenAt')],
  failures: [
    {
      heading: columnLabels.failures,
      kind: 'number',
      cell: (plant) => memberCell(plant, 'authFailureCount'),
    },
  ],
  type: [
    text(columnLabels.type, (plant) =>
      isUnreadable(plant, 'type') ? unreadableCell : plantTypeLabel(plant.type),
    ),
  ],
  auth: [
    text(columnLabels.auth, (plant) =>
      isUnreadable(plant, 'authMethod') ? unreadableCell : authMethodLabel(plant.authMethod),
    ),
  ],
  template: [
    text(columnLabels.template, (plant) =>
      isUnreadable(plant, 'template') ? unreadableCell : plant.template?.name,
    ),
  ],
  created: [moment(columnLabels.created, 'createdAt')],
}

/** In every file, whichever columns are chosen: the identifiers that other programs use. */
const idColumns: readonly FileColumn[] = [
  text('Plant ID', (plant) => plant.id),
  text('Organization ID', (plant) => memberCell(plant, 'organizationId')),
  text('Template ID', (plant) => memberCell(plant, 'templateId')),
  text('Certificate serial number', (plant) => memberCell(plant, 'certificateSerialNumber')),
  text('Certificate fingerprint', (plant) => memberCell(plant, 'certificateFingerprint')),
]

function certificateCell(plant: Plant) {
  const disuse = typeof certificateEnd(plant) === 'number' ? disuseOf(plant) : undefined
  return disuse === undefined ? instantCell(plant, 'certificateExpiresAt') : disuseWords[disuse]
}

/** Returns plants of the list as worded on screen, with exact times and all IDs. */
export function plantsExport(given: PlantsExport): ExportTable {
  const { plants, columns, selected, exportedAtMs } = given
  const all = [...columns.flatMap((column) => fileColumns[column]), ...idColumns]
  const day = new Date(exportedAtMs).toISOString().slice(0, 10)
  return {
    fileName: `plants${selected === undefined ? '' : '-selected'}-${day}`,
    title: 'Plants',
    columns: [
      ...all.map(({ heading, kind }) => ({ heading, kind })),
      { heading: 'Row read', kind: 'time' },
    ],
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
    const urgency = urgencyOf(plant, readAtMs)
    yield [...columns.map(({ cell }) => cell(plant, urgency)), readAtMs]
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
