import { useState } from 'react'
import { RiskFilters, type RiskFiltersProps } from './risk-filters'
import { filtersInUse } from '@/domain/renewals/risk-filter'
import { wordsOf } from '@/domain/renewals/search-values'
import { codePart } from '@/lib/code-part'
import { countOf } from '@/lib/format-count'
import { FiltersButton } from '@/ui/filters-button'
import { LazyDialog } from '@/ui/lazy-dialog'
import { TextField } from '@/ui/text-field'
import { phoneQuery, useMedia } from '@/ui/use-media'

const filtersPart = codePart(() => import('@/ui/filters-dialog'))

interface RiskToolbarProps extends RiskFiltersProps {
  /** Number of rows that match. */
  matches: number
}

/** Search, facets and thresholds. On a phone, all but the search are behind a button. */
export function RiskToolbar({ matches, ...filters }: RiskToolbarProps) {
  const { search, onSearchChange } = filters
  const isPhone = useMedia(phoneQuery)
  const [isOpen, setIsOpen] = useState(false)
  return (
    <div className="flex flex-wrap items-start gap-3 max-md:items-end" data-print="hide">
      <TextField
        label="Search plants"
        type="search"
        className="min-w-32 flex-1"
        value={wordsOf(search)}
        onChange={({ target }) => onSearchChange({ q: target.value || undefined }, true)}
      />
      {isPhone ? (
        <FiltersButton
          count={filtersInUse(search)}
          isExpanded={isOpen}
          onClick={() => setIsOpen(true)}
        />
      ) : (
        <RiskFilters {...filters} />
      )}
      {isPhone && isOpen ? (
        <LazyDialog part={filtersPart} onClose={() => setIsOpen(false)}>
          {({ FiltersDialog }) => (
            <FiltersDialog
              doneLabel={`Show ${countOf(matches, 'certificate')}`}
              onClose={() => setIsOpen(false)}
            >
              <div className="flex flex-col gap-3 [&>*]:w-full!">
                <RiskFilters {...filters} />
              </div>
            </FiltersDialog>
          )}
        </LazyDialog>
      ) : null}
    </div>
  )
}
