import { useState } from 'react'
import type { CertificatesSearch, OnCertificatesSearch } from './certificates-search'
import { NumberInput } from './number-input'
import { thresholdsOf } from '@/domain/renewals/search-values'
import {
  type Threshold,
  type ThresholdTexts,
  readThresholdTexts,
} from '@/domain/renewals/threshold-entries'

interface ThresholdFieldsProps {
  search: CertificatesSearch
  onSearchChange: OnCertificatesSearch
}

const labels: Record<Threshold, string> = {
  urgent: 'Urgent within (days)',
  soon: 'Soon within (days)',
}

/** The user's thresholds. One that can't be used leaves the previous one in effect. */
export function ThresholdFields({ search, onSearchChange }: ThresholdFieldsProps) {
  const [texts, setTexts] = useState<ThresholdTexts>({})
  const inEffect = thresholdsOf(search)
  const { errors } = readThresholdTexts(texts, inEffect)
  const days: Record<Threshold, number> = { urgent: inEffect.urgentDays, soon: inEffect.soonDays }
  return (['urgent', 'soon'] as const).map((threshold) => (
    <NumberInput
      key={threshold}
      label={labels[threshold]}
      className="w-36"
      text={texts[threshold] ?? String(days[threshold])}
      error={errors[threshold]}
      inEffect={String(days[threshold])}
      onChange={(text) => {
        const { change, errors: left } = readThresholdTexts(
          { ...texts, [threshold]: text },
          inEffect,
        )
        const other = threshold === 'urgent' ? 'soon' : 'urgent'
        setTexts({
          [threshold]: text,
          [other]: left[other] === undefined ? undefined : texts[other],
        })
        if (Object.keys(change).length > 0) onSearchChange(change, true)
      }}
      onBlur={() => {
        if (errors[threshold] === undefined) setTexts({ ...texts, [threshold]: undefined })
      }}
    />
  ))
}
