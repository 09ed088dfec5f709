import type { CertificatesSearch, OnCertificatesSearch } from './certificates-search'
import { ThresholdFields } from './threshold-fields'
import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { countFacet, riskFacetWords, riskFacets } from '@/domain/certificates/risk-filter'
import { wordsOf } from '@/domain/certificates/search-values'
import { formatCount } from '@/lib/format-count'
import { NativeSelect } from '@/ui/native-select'
import { TextField } from '@/ui/text-field'
import { visibleText } from '@/ui/visible-text'

interface RiskToolbarProps {
  rows: readonly AtRisk[]
  search: CertificatesSearch
  onSearchChange: OnCertificatesSearch
}

/** Search, facets with counts, and the user's thresholds. */
export function RiskToolbar({ rows, search, onSearchChange }: RiskToolbarProps) {
  return (
    <div className="flex flex-wrap items-start gap-3 max-md:[&>*]:w-full" data-print="hide">
      <TextField
        label="Search plants"
        type="search"
        className="min-w-56 flex-1"
        value={wordsOf(search)}
        onChange={({ target }) => onSearchChange({ q: target.value || undefined }, true)}
      />
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
    </div>
  )
}
