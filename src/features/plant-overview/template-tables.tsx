import { Star } from 'lucide-react'
import { type ComponentType, useState } from 'react'
import type { Template } from '@/api/templates'
import { allowedText } from '@/domain/plant/action-parameters'
import {
  type TemplateAction,
  type TemplatePart,
  type TemplateSignal,
  readAction,
  readSignal,
} from '@/domain/plant/template-parts'
import { Button } from '@/ui/button'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

const shownAtFirst = 8

interface ListProps {
  items: Template['signals']
  isUnreadable: boolean
}

export function TemplateSignals(props: ListProps) {
  return (
    <Parts
      title="Signals"
      {...props}
      read={readSignal}
      headings={['Signal', 'Key', 'Unit', 'Use']}
      Cells={SignalCells}
    />
  )
}

export function TemplateActions(props: ListProps) {
  return (
    <Parts
      title="Actions"
      {...props}
      read={readAction}
      headings={['Action', 'Command', 'Payload']}
      Cells={ActionCells}
    />
  )
}

interface PartsProps<T> extends ListProps {
  title: string
  read: (item: unknown) => TemplatePart<T>
  headings: readonly string[]
  Cells: ComponentType<{ part: T }>
}

function Parts<T>({ title, items, isUnreadable, read, headings, Cells }: PartsProps<T>) {
  const [isAll, setIsAll] = useState(false)
  const count = items?.length ?? 0
  const isLong = count > shownAtFirst
  // A template's parts have no IDs; only their index distinguishes two equal ones.
  const rows = (items ?? [])
    .map((item, place) => ({ place, read: read(item) }))
    .slice(0, isAll ? count : shownAtFirst)
  return (
    <div className="border-t border-line">
      <h3 className="flex h-9 items-center gap-2 px-4 font-semibold">
        {title}
        <span className="text-xs font-normal text-muted tabular-nums">
          {isUnreadable ? <Unreadable /> : (items?.length ?? 'Not given')}
        </span>
      </h3>
      {rows.length === 0 ? null : (
        <Table
          label={title}
          isCards
          regionClassName="rounded-none! border-x-0! border-b-0!"
          className="[&_td]:whitespace-normal!"
        >
          <THead>
            <Tr>
              {headings.map((heading) => (
                <Th key={heading}>{heading}</Th>
              ))}
            </Tr>
          </THead>
          <TBody>
            {rows.map(({ place, read: one }) => (
              <Tr key={place}>
                {'json' in one ? (
                  <Td colSpan={headings.length} isCardTitle>
                    <Json>{one.json}</Json>{' '}
                    <span className="font-sans text-xs text-warn">unknown shape</span>
                  </Td>
                ) : (
                  <Cells part={one.part} />
                )}
              </Tr>
            ))}
          </TBody>
        </Table>
      )}
      {isLong ? (
        <div className="border-t border-line px-2 py-1 max-md:px-1">
          <Button variant="quiet" size="sm" onClick={() => setIsAll(!isAll)}>
            {isAll ? 'Show fewer' : `Show all ${count} ${title.toLowerCase()}`}
          </Button>
        </div>
      ) : null}
    </div>
  )
}

function SignalCells({ part }: { part: TemplateSignal }) {
  const { key, label, source, unit, notes, isFeatured, rest } = part
  const uses = [source, ...notes].filter(Boolean)
  return (
    <>
      <Td isCardTitle>
        <span className="inline-flex items-center gap-1">
          <UntrustedText>{label}</UntrustedText>
          {isFeatured ? (
            <>
              <Star aria-hidden className="size-3.5 shrink-0 text-muted" />
              <span className="sr-only">, featured</span>
            </>
          ) : null}
        </span>
      </Td>
      <Td label="Key">
        <UntrustedText className="font-mono text-sm">{key}</UntrustedText>
      </Td>
      <Td label="Unit">
        <UntrustedText>{unit}</UntrustedText>
      </Td>
      <Td label="Use">
        <UntrustedText>{uses.join(', ')}</UntrustedText> {rest ? <Json>{rest}</Json> : null}
      </Td>
    </>
  )
}

function ActionCells({ part }: { part: TemplateAction }) {
  const { command, label, payload, parameters, rest } = part
  const allowed = parameters.map((one) => [one.name, allowedText(one)].filter(Boolean).join(': '))
  return (
    <>
      <Td isCardTitle>
        <UntrustedText fallback="(no label)">{label}</UntrustedText>
      </Td>
      <Td label="Command">
        <UntrustedText className="font-mono text-sm">{command}</UntrustedText>
      </Td>
      <Td label="Payload">
        {payload === undefined ? <span className="text-faint">none</span> : <Json>{payload}</Json>}{' '}
        {allowed.length === 0 ? null : (
          <span className="block text-xs text-muted">
            <UntrustedText>{allowed.join('; ')}</UntrustedText>
          </span>
        )}
        {rest ? <Json>{rest}</Json> : null}
      </Td>
    </>
  )
}

function Json({ children }: { children: string }) {
  return <UntrustedText className="font-mono text-sm wrap-anywhere">{children}</UntrustedText>
}
