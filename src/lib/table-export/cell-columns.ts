import type { TableCell, TableColumn } from './export-table'

/** A column with the function that makes its cell of a row. */
export interface CellColumn<Row> extends TableColumn {
  cell: (row: Row) => TableCell
}

type MakeColumn = <Row>(heading: string, cell: (row: Row) => TableCell) => CellColumn<Row>

/** Makes a column of text. */
export const textColumn: MakeColumn = (heading, cell) => ({ heading, kind: 'text', cell })

/** Makes a column of numbers. */
export const numberColumn: MakeColumn = (heading, cell) => ({ heading, kind: 'number', cell })

/** Makes a column of instants (Unix ms). */
export const timeColumn: MakeColumn = (heading, cell) => ({ heading, kind: 'time', cell })

/** Returns columns without their functions, which can’t be sent to a worker. */
export function headsOf(columns: readonly TableColumn[]): TableColumn[] {
  return columns.map(({ heading, kind }) => ({ heading, kind }))
}

/** Returns the cells of a row, in the order of the columns. */
export function cellsOf<Row>(columns: readonly CellColumn<Row>[], row: Row): TableCell[] {
  return columns.map(({ cell }) => cell(row))
}
