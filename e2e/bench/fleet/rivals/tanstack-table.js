import {
  getCoreRowModel,
  getFilteredRowModel,
  getSortedRowModel,
  useReactTable,
} from '@tanstack/react-table'
import { useVirtualizer } from '@tanstack/react-virtual'
import { createElement as h, useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { createRoot } from 'react-dom/client'
import { columns, input, readPlants, region, rowHeight, showCount } from './plants.js'

const plants = await readPlants()
const columnDefs = [...columns, 'id', 'metadata'].map((accessorKey) => ({ accessorKey }))

function Rows() {
  const [globalFilter, setFilter] = useState('')
  const [sorting, setSorting] = useState([])
  // oxlint-disable-next-line react/incompatible-library -- measured as it is
  const table = useReactTable({
    data: plants,
    columns: columnDefs,
    state: { globalFilter, sorting },
    globalFilterFn: 'includesString',
    getCoreRowModel: getCoreRowModel(),
    getFilteredRowModel: getFilteredRowModel(),
    getSortedRowModel: getSortedRowModel(),
  })
  const { rows } = table.getRowModel()
  const windowed = useVirtualizer({
    count: rows.length,
    getScrollElement: () => region,
    estimateSize: () => rowHeight,
  })
  useEffect(() => showCount(rows.length), [rows.length])
  useEffect(() => {
    const search = () => flushSync(() => setFilter(input.value))
    input.addEventListener('input', search)
    window.sortByName = () => flushSync(() => setSorting([{ id: 'name', desc: false }]))
    return () => input.removeEventListener('input', search)
  }, [])
  return h(
    'div',
    { style: { height: windowed.getTotalSize() } },
    windowed.getVirtualItems().map(({ key, index, start }) =>
      h(
        'div',
        { key, className: 'row', style: { transform: `translateY(${start}px)` } },
        columns.map((column) => h('span', { key: column }, rows[index].getValue(column))),
      ),
    ),
  )
}

createRoot(region).render(h(Rows))
