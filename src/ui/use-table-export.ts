import { useState } from 'react'
import { saveFile } from './save-file'
import { toast } from './toast'
import { codePart } from '@/lib/code-part'
import { isMissingCode, missingCodeAdvice, reportMissingCode } from '@/lib/missing-code'
import { onPersonChange } from '@/lib/person-change'
import type { ExportFormat, ExportTable } from '@/lib/table-export/export-table'
import { toError } from '@/lib/thrown'

/** Builds the table on request; it must not change afterwards. It may load code. */
export type MakeTable = () => ExportTable | Promise<ExportTable>

export interface RunningExport {
  format: ExportFormat
  /** Missing until the table has been read. */
  rowCount?: number
  writtenRows: number
  cancel: () => void
}

/** Shorter exports show no progress. */
const patienceMs = 1_000
const betweenUpdatesMs = 100

const writingPart = codePart(() => import('@/lib/table-export/write-table'))
const inProgress = new Set<AbortController>()

// The rows belong to the user who asked for them.
onPersonChange(() => {
  for (const controller of inProgress) controller.abort()
})

/**
 * Exports a table to a file. Leaving the page doesn't stop an export: the file still arrives. `running` is set after a
 * second.
 */
export function useTableExport(makeTable: MakeTable, onSaved?: () => void) {
  const [running, setRunning] = useState<RunningExport>()

  async function run(format: ExportFormat): Promise<void> {
    const controller = new AbortController()
    const { signal } = controller
    inProgress.add(controller)
    let progress: RunningExport = { format, writtenRows: 0, cancel: () => controller.abort() }
    let updateAtMs = Infinity
    const show = () => {
      updateAtMs = performance.now() + betweenUpdatesMs
      setRunning(progress)
    }
    const timer = setTimeout(show, patienceMs)
    const update = (change: Partial<RunningExport>, isDue = performance.now() >= updateAtMs) => {
      progress = { ...progress, ...change }
      if (isDue) show()
    }
    const onProgress = (writtenRows: number) => update({ writtenRows })
    try {
      const [{ writeTable }, table] = await Promise.all([writingPart.load(), makeTable()])
      update({ rowCount: table.rowCount }, updateAtMs !== Infinity)
      const content = await writeTable(format, table, { signal, onProgress })
      saveFile({ name: `${table.fileName}.${format}`, content, type: content.type })
      onSaved?.()
    } catch (error) {
      if (!signal.aborted) await reportFileFailure(error)
    } finally {
      clearTimeout(timer)
      inProgress.delete(controller)
      setRunning(undefined)
    }
  }

  return { running, run, preload: writingPart.preload }
}

/** Reports that a file could not be created, with the reason. */
export async function reportFileFailure(error: unknown): Promise<void> {
  const detail = isMissingCode(error)
    ? missingCodeAdvice(await reportMissingCode())
    : toError(error).message
  toast.show({ tone: 'danger', title: 'Couldn’t create the file', detail })
}
