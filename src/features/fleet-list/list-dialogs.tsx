import type { ReactNode } from 'react'
import { printSort } from '@/domain/fleet/fleet-sort'
import type { FilterLine } from '@/fleet/use-filter-line'
import { codePart } from '@/lib/code-part'
import { countOf } from '@/lib/format-count'
import { LazyDialog } from '@/ui/lazy-dialog'

const columnsPart = codePart(() => import('./columns-dialog'))
const facetsPart = codePart(() => import('@/ui/filters-dialog'))
const saveViewPart = codePart(() => import('./save-view-dialog'))
const viewsPart = codePart(() => import('./views-dialog'))

/** A dialog of the list. */
export type ListDialog = 'columns' | 'facets' | 'save-view' | 'views'

interface ListDialogsProps {
  dialog: ListDialog | undefined
  line: FilterLine
  matches: number
  renderFacets: () => ReactNode
  onClose: () => void
}

/** The open dialog of the list; each loads its code when it is first opened. */
export function ListDialogs(props: ListDialogsProps) {
  const { dialog, line, matches, renderFacets, onClose } = props
  switch (dialog) {
    case undefined:
      return null
    case 'columns':
      return (
        <LazyDialog part={columnsPart} onClose={onClose}>
          {({ ColumnsDialog }) => <ColumnsDialog onClose={onClose} />}
        </LazyDialog>
      )
    case 'facets':
      return (
        <LazyDialog part={facetsPart} onClose={onClose}>
          {({ FiltersDialog }) => (
            <FiltersDialog doneLabel={`Show ${countOf(matches, 'plant')}`} onClose={onClose}>
              {renderFacets()}
            </FiltersDialog>
          )}
        </LazyDialog>
      )
    case 'save-view':
      return (
        <LazyDialog part={saveViewPart} onClose={onClose}>
          {({ SaveViewDialog }) => (
            <SaveViewDialog
              current={{ q: line.text, sort: printSort(line.sort) }}
              onClose={onClose}
            />
          )}
        </LazyDialog>
      )
    case 'views':
      return (
        <LazyDialog part={viewsPart} onClose={onClose}>
          {({ ViewsDialog }) => (
            <ViewsDialog
              onClose={onClose}
              onOpen={(view) => {
                line.open(view)
                onClose()
              }}
            />
          )}
        </LazyDialog>
      )
  }
}
