import { useState } from 'react'
import type { CertificatesSearch, OnCertificatesSearch } from './certificates-search'
import { countFacet, facetWords, riskFacets } from './risk-filter'
import { thresholdsOf, wordsOf } from './search-values'
import type { AtRisk } from '@/domain/certificates/certificate-survey'
import { longestDays } from '@/domain/certificates/thresholds'
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
        const { label, word } = facetWords[facet]
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
      <DaysField
        label="Urgent within (days)"
        days={urgentDays}
        onChange={(urgent) => onSearchChange({ urgent }, true)}
      />
      <DaysField
        label="Soon within (days)"
        days={soonDays}
        onChange={(soon) => onSearchChange({ soon }, true)}
      />
    </div>
  )
}

interface DaysFieldProps {
  label: string
  days: number
  onChange: (days: number | undefined) => void
}

/** A number of days, applied once it is valid; an empty field means the default. */
function DaysField({ label, days, onChange }: DaysFieldProps) {
  const [text, setText] = useState<string>()
  return (
    <TextField
      label={label}
      type="number"
      min={1}
      max={longestDays}
      className="w-40"
      value={text ?? String(days)}
      onChange={({ target }) => {
        setText(target.value)
        const given = Number(target.value)
        if (target.value === '') onChange(undefined)
        else if (Number.isInteger(given) && given >= 1 && given <= longestDays) onChange(given)
      }}
      onBlur={() => setText(undefined)}
    />
  )
}
