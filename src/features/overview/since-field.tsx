import type { OnOverviewSearch } from './overview-search'
import type { PastReading } from './use-past-reading'
import { NativeSelect } from '@/ui/native-select'
import { useTimeText } from '@/ui/use-time-text'

interface SinceFieldProps {
  past: PastReading
  onSearchChange: OnOverviewSearch
}

/** Chooses the reading that changes are counted from, as for a hand-over between shifts. */
export function SinceField({ past: { choices, chosen }, onSearchChange }: SinceFieldProps) {
  const timeText = useTimeText()
  if (!chosen || choices.length < 2) return null
  return (
    <NativeSelect
      label="Since"
      isLabelHidden
      value={chosen.slot}
      onChange={({ target: { value } }) => {
        const isLastVisit = choices.some(({ slot, isLastVisit: is }) => is && slot === value)
        onSearchChange({ since: isLastVisit ? undefined : value })
      }}
    >
      {choices.map(({ slot, atMs, isLastVisit }) => (
        <option key={slot} value={slot}>
          {isLastVisit ? 'Last visit' : timeText(atMs)}
        </option>
      ))}
    </NativeSelect>
  )
}
