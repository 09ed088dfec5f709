import { clsx } from 'clsx'
import { useMemo, useState } from 'react'
import { Button } from './button'
import { buttonClass } from './button-class'
import { CopyButton } from './copy-button'
import { cutText } from './cut-text'
import { JsonTree } from './json-tree-view'
import { TextPieces } from './long-text'
import { UntrustedText } from './untrusted-text'
import { indentJson } from '@/lib/json-writing'

const views = ['Tree', 'Text'] as const
export type JsonView = (typeof views)[number]

interface JsonViewProps {
  /** Names the JSON: "metadata". */
  what: string
  /** The JSON's source text. */
  text: string
  view: JsonView
}

interface JsonActionsProps extends JsonViewProps {
  onChange: (view: JsonView) => void
}

/** Buttons that switch between tree and text, and copy the source text. */
export function JsonActions({ what, text, view, onChange }: JsonActionsProps) {
  return (
    <span className="flex items-center gap-1" data-print="hide">
      <span role="group" aria-label={`Show ${what} as`} className="flex">
        {views.map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === view}
            onClick={() => onChange(one)}
            className={clsx(
              buttonClass({ variant: 'quiet', size: 'sm' }),
              one === view && 'border-line bg-selected text-ink',
            )}
          >
            {one}
          </button>
        ))}
      </span>
      <CopyButton text={text} label={`Copy ${what}`} />
    </span>
  )
}

interface JsonRegionProps extends JsonViewProps {
  /** A group isn’t a landmark: for JSON that a page may show many times. */
  role?: 'region' | 'group'
}

/** JSON as a tree or as text, in a box that scrolls. */
export function JsonRegion({ what, text, view, role = 'region' }: JsonRegionProps) {
  const name = what.charAt(0).toUpperCase() + what.slice(1)
  return (
    <div
      role={role}
      aria-label={`${name} as ${view.toLowerCase()}`}
      tabIndex={0}
      className="max-h-96 overflow-auto print:max-h-none print:overflow-visible -outline-offset-2"
    >
      {view === 'Tree' ? <JsonTree text={text} /> : <JsonText text={text} />}
    </div>
  )
}

/** Number of characters shown at first, and added by each press of the button. */
const pageLength = 20_000

/** Indents the source text without parsing, which would round its numbers. Copying gives the exact text. */
function JsonText({ text }: { text: string }) {
  const [most, setMost] = useState(pageLength)
  const shown = useMemo(() => indentJson(text, most + 1), [text, most])
  return (
    <div className="px-4 py-3">
      <pre translate="no" className="font-mono text-sm wrap-anywhere whitespace-pre-wrap">
        <Pieces text={cutText(shown, most)} />
        {shown.length > most ? ' … copy it to see the rest' : ''}
      </pre>
      {shown.length > most ? (
        <Button size="sm" onClick={() => setMost(most + 5 * pageLength)}>
          Show more
        </Button>
      ) : null}
    </div>
  )
}

/** Longer lines are rendered in pieces, because a line of 20,000 characters takes a second. */
const maxLineLength = 1_000

function Pieces({ text }: { text: string }) {
  return text.split('\n').some((line) => line.length > maxLineLength) ? (
    <TextPieces text={text} isMultiline />
  ) : (
    <UntrustedText isMultiline longest={Infinity}>
      {text}
    </UntrustedText>
  )
}
