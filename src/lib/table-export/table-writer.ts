import { csvWriter } from './csv-writer'
import type { ExportFormat, TableHead, TableWriter } from './export-table'
import { xlsxWriter } from './xlsx-writer'

/** Starts a file of the given format. */
export function tableWriter(format: ExportFormat, head: TableHead): TableWriter {
  return format === 'csv' ? csvWriter(head) : xlsxWriter(head)
}
