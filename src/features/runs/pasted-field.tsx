import type { ReactNode } from 'react'
import type { ChosenPlants } from './use-chosen-plants'
import { countOf } from '@/lib/format-count'
import { Finding } from '@/ui/finding'
import { TextArea } from '@/ui/text-area'
import { UntrustedText } from '@/ui/untrusted-text'

/** Field for serial numbers or IDs, with all items that can't be used. */
export function PastedField({ choice }: { choice: ChosenPlants }) {
  const { pasted, pastedText, setPastedText, fleet, plants } = choice
  const { respelled, unknown, repeated, ambiguous } = pasted
  const serialNumbers = (ids: readonly string[]) =>
    plants.byId(ids).found.map(({ plant }) => plant.serialNumber)
  return (
    <div className="flex flex-col gap-2">
      <TextArea
        label="Serial numbers or IDs"
        description="One per line, or separated by commas or blanks. Hyphens and blanks may differ; enter a serial number with blanks on its own line."
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
          title={`${countOf(ambiguous.length, 'item matches', 'items match')} several plants and ${ambiguous.length === 1 ? 'isn’t' : 'aren’t'} used; enter the exact serial number or the ID`}
          items={ambiguous.map(({ text, ids }) => ambiguousText(text, serialNumbers(ids)))}
        />
        <Items
          tone="info"
          title={`${countOf(respelled.length, 'serial number')} found with different separators`}
          items={respelled.map(({ text, id }) => `${text} → ${serialNumbers([id]).join('')}`)}
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

/** Enough to recognize them by. */
const maxNamed = 3

/** Names the serial numbers that an item may mean, unless the plants differ by their IDs alone. */
function ambiguousText(text: string, serialNumbers: readonly string[]): string {
  const count = countOf(serialNumbers.length, 'plant')
  const different = [...new Set(serialNumbers)].toSorted()
  if (different.length === 1) return `${text} (${count})`
  const more = different.length > maxNamed ? ', …' : ''
  return `${text} (${count}: ${different.slice(0, maxNamed).join(', ')}${more})`
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
      <UntrustedText isMultiline className="ml-5.5 block font-mono text-sm whitespace-pre-wrap">
        {items.join('\n')}
      </UntrustedText>
    </div>
  )
}
