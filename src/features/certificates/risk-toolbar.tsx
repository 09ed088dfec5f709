import type { CertificatesSearch, OnCertificatesSearch } from './certificates-search'
import { NumberField } from './number-field'
import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { countFacet, riskFacetWords, riskFacets } from '@/domain/certificates/risk-filter'
import { thresholdsOf, wordsOf } from '@/domain/certificates/search-values'
import { longestDays } from '@/domain/credentials/thresholds'
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
  const { urgentDays, soonDays } = thresholdsOf(search)
  return (
    <div className="flex flex-wrap items-end gap-3 max-md:[&>*]:w-full" data-print="hide">
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
      <NumberField
        label="Urgent within (days)"
        value={urgentDays}
        max={longestDays}
        className="w-40"
        onChange={(urgent) => onSearchChange({ urgent }, true)}
      />
      <NumberField
        label="Soon within (days)"
        value={soonDays}
        max={longestDays}
        className="w-40"
        onChange={(soon) => onSearchChange({ soon }, true)}
      />
    </div>
  )
}
