import { facetColumns } from './facet-columns'
import type { FleetColumns } from './fleet-columns'
import { isCauseAttribute } from '@/domain/common-cause/cause-words'
import {
  type AttributeColumn,
  type CauseQuestion,
  rowMarks,
} from '@/domain/common-cause/common-cause'
import { expiryDayColumn } from '@/domain/common-cause/expiry-days'
import { type FleetReading, ruledStateAt } from '@/domain/fleet-changes/fleet-reading'
import { joinedTextAt } from '@/domain/fleet-changes/joined-texts'
import { connectionKind } from '@/domain/status/connection-kind'
import type { TimeZone } from '@/lib/time-zone'

/** Plants between two steps: about a millisecond of work. */
const stepPlants = 256

/**
 * Asks in short steps what the plants that went offline since a reading share. They are compared with the plants that were
 * connected in it: only those could go offline. `nowMs` is Unix ms.
 */
export function* outageQuestion(
  columns: FleetColumns,
  from: FleetReading,
  offlineIds: ReadonlySet<string>,
  { nowMs, zone }: { nowMs: number; zone: TimeZone },
): Generator<void, CauseQuestion> {
  const marks = new Uint8Array(columns.end)
  for (let place = 0; place < from.plants; place += 1) {
    if (place % stepPlants === 0) yield
    if (connectionKind(ruledStateAt(from, place).status) !== 'connected') continue
    const id = joinedTextAt(from.texts.id, place)
    const row = columns.find(id)
    if (row !== -1) marks[row] = offlineIds.has(id) ? rowMarks.changed : rowMarks.compared
  }
  yield
  const facets = [...facetColumns(columns, nowMs)].flatMap(
    ([attribute, { values, codes }]): AttributeColumn[] =>
      isCauseAttribute(attribute) ? [{ attribute, values, codes }] : [],
  )
  yield
  const ends = columns.instants.certificateExpiresAt
  return { marks, attributes: [...facets, expiryDayColumn(ends, columns.end, { nowMs, zone })] }
}
