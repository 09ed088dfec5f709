import { useChosenColumns } from './use-list-columns'
import { describeError } from '@/api/error-messages'
import type { FleetFilter } from '@/domain/fleet/fleet-filter'
import { defaultColumns } from '@/domain/fleet/list-columns'
import type { FleetView } from '@/fleet/fleet-view'
import type { useFleet } from '@/fleet/use-fleet'
import { codePart } from '@/lib/code-part'
import { serverNow } from '@/lib/server-clock'
import { ExportButtons } from '@/ui/export-buttons'

const exportPart = codePart(() => import('./plants-export'))

interface ListExportProps {
  view: FleetView
  filter: FleetFilter
  fleet: ReturnType<typeof useFleet>
  /** Selected plants; without them, all matches are exported. */
  selectedIds?: ReadonlySet<string>
  /** The reason why the list can’t be exported. */
  refusal?: string | undefined
}

/** Exports the plants of the list, or the selected ones, with the chosen columns. */
export function ListExport(props: ListExportProps) {
  const { view, filter, fleet, selectedIds, refusal } = props
  const columns = useChosenColumns() ?? defaultColumns

  async function table() {
    const exportedAtMs = serverNow()
    const { total, completeness, isFromSnapshot, error } = fleet
    // Before anything is awaited, so that the file has the plants that were listed at the click.
    const plants = selectedIds ? view.freezeChosen(selectedIds) : view.freeze()
    const { plantsExport } = await exportPart.load()
    const failure = error ? describeError(error).title : undefined
    return plantsExport({
      plants,
      columns,
      filter,
      selected: selectedIds?.size,
      fleet: { total, completeness, isFromSnapshot, failure },
      exportedAtMs,
    })
  }

  return (
    <ExportButtons
      table={table}
      size="sm"
      refusal={refusal}
      {...(selectedIds ? { what: 'the selected plants' } : {})}
    />
  )
}
