import type { Run } from '@/domain/runs/run-progress'
import { codePart } from '@/lib/code-part'
import { serverNow } from '@/lib/server-clock'
import { ExportButtons } from '@/ui/export-buttons'

const exportPart = codePart(() => import('./results-export'))

interface RunExportProps {
  run: Run
  hash: string
  /** Called once a file was saved. */
  onSaved: () => void
}

/** Exports the results of a run with the evidence for each plant, as they are at the click. */
export function RunExport({ run, hash, onSaved }: RunExportProps) {
  async function table() {
    const exportedAtMs = serverNow()
    const { resultsExport } = await exportPart.load()
    return resultsExport({ run, hash, exportedAtMs })
  }

  return <ExportButtons size="sm" table={table} onSaved={onSaved} />
}
