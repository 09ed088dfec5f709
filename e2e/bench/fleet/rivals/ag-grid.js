import { AllCommunityModule, ModuleRegistry, createGrid } from 'ag-grid-community'
import { columns, input, readPlants, region, rowHeight, showCount } from './plants.js'

ModuleRegistry.registerModules([AllCommunityModule])
const grid = createGrid(region, {
  rowHeight,
  rowData: await readPlants(),
  columnDefs: [
    ...columns.map((field) => ({ field, flex: 1 })),
    { field: 'id', hide: true },
    { field: 'metadata', hide: true },
  ],
  cacheQuickFilter: true,
  includeHiddenColumnsInQuickFilter: true,
  animateRows: false,
  onModelUpdated: ({ api }) => showCount(api.getDisplayedRowCount()),
})
input.addEventListener('input', () => grid.setGridOption('quickFilterText', input.value))
window.sortByName = () => grid.applyColumnState({ state: [{ colId: 'name', sort: 'asc' }] })
