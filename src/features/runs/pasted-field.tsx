import type { ReactNode } from 'react'
import type { ChosenPlants } from './use-chosen-plants'
import { countOf, formatCount } from '@/lib/format-count'
import { Finding } from '@/ui/finding'
import { TextArea } from '@/ui/text-area'
import { UntrustedText } from '@/ui/untrusted-text'

/** Field for serial numbers or IDs, with all items that can't be used. */
export function PastedField({ choice }: { choice: ChosenPlants }) {
  const { pasted, pastedText, setPastedText, fleet } = choice
  const { unknown, repeated, ambiguous } = pasted
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        label="Serial numbers or IDs"
        description="One per line, or separated by commas or blanks."
        rows={4}
        spellCheck={false}
        isMonospaced
        value={pastedText}
        onChange={({ target }) => setPastedText(target.value)}
      />
      <div role="status" className="flex flex-col gap-1 empty:hidden">
        <Items
          tone="danger"
          title={
            fleet.completeness.kind === 'incomplete'
              ? `${countOf(unknown.length, 'item')} not found among the ${countOf(fleet.plants, 'plant')} read so far`
              : `${countOf(unknown.length, 'item')} not found`
          }
          items={unknown}
        />
        <Items
          tone="warn"
          title={`${countOf(ambiguous.length, 'serial number')} of several plants; use their IDs`}
          items={ambiguous.map(({ text, plants }) => `${text} (${formatCount(plants)} plants)`)}
        />
        <Items
          tone="info"
          title={`${countOf(repeated.length, 'item')} named more than once, used once`}
          items={repeated}
        />
      </div>
    </div>
  )
}

interface ItemsProps {
  tone: 'danger' | 'warn' | 'info'
  title: ReactNode
  items: readonly string[]
}

function Items({ tone, title, items }: ItemsProps) {
  if (items.length === 0) return null
  return (
    <div>
      <Finding tone={tone}>{title}</Finding>
      <UntrustedText isMultiline className="ml-5.5 block font-mono text-sm">
        {items.join('\n')}
      </UntrustedText>
    </div>
  )
}
