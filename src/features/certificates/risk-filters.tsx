import type { CertificatesSearch, OnCertificatesSearch } from './certificates-search'
import { ThresholdFields } from './threshold-fields'
import type { AtRisk } from '@/domain/renewals/certificate-survey'
import { countFacet, riskFacetWords, riskFacets } from '@/domain/renewals/risk-filter'
import { formatCount } from '@/lib/format-count'
import { NativeSelect } from '@/ui/native-select'
import { visibleText } from '@/ui/visible-text'

export interface RiskFiltersProps {
  rows: readonly AtRisk[]
  search: CertificatesSearch
  onSearchChange: OnCertificatesSearch
}

/** Facets with counts, and the user's thresholds. */
export function RiskFilters({ rows, search, onSearchChange }: RiskFiltersProps) {
  return (
    <>
      {riskFacets.map((facet) => {
        const { label, word } = riskFacetWords[facet]
        const counts = [...countFacet(rows, search, facet)]
        const chosen = search[facet]
        if (chosen !== undefined && !counts.some(([value]) => value === chosen)) {
          counts.push([chosen, 0])
        }
        return (
          <NativeSelect
            key={facet}
            label={label}
            className="md:max-w-40"
            value={chosen ?? ''}
            onChange={({ target }) => onSearchChange({ [facet]: target.value || undefined })}
          >
            <option value="">All</option>
            {counts.map(([value, count]) => (
              <option key={value} value={value}>
                {visibleText(word(value))} ({formatCount(count)})
              </option>
            ))}
          </NativeSelect>
        )
      })}
      <ThresholdFields search={search} onSearchChange={onSearchChange} />
    </>
  )
}
