import { clsx } from 'clsx'
import { useMemo, useState } from 'react'
import { JsonTree } from './json-tree-view'
import { isEmptyObject } from '@/lib/json-scan'
import { indentJson } from '@/lib/json-text'
import { Button } from '@/ui/button'
import { buttonClass } from '@/ui/button-class'
import { CopyButton } from '@/ui/copy-button'
import { cutText } from '@/ui/cut-text'
import { TextPieces } from '@/ui/long-text'
import { Panel } from '@/ui/panel'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

interface MetadataPanelProps {
  /** The JSON object's source text. */
  text: string | null | undefined
  isUnreadable: boolean
}

const views = ['Tree', 'Text'] as const
type View = (typeof views)[number]

export function MetadataPanel({ text, isUnreadable }: MetadataPanelProps) {
  const [view, setView] = useState<View>('Tree')
  if (isUnreadable) {
    return (
      <Panel title="Metadata">
        <p className="px-4 py-3">
          <Unreadable /> The server sent something other than a JSON object.
        </p>
      </Panel>
    )
  }
  if (!text || isEmptyObject(text)) {
    return (
      <Panel title="Metadata">
        <p className="px-4 py-3 text-muted">This plant has no metadata.</p>
      </Panel>
    )
  }
  return (
    <Panel
      title="Metadata"
      actions={
        <span className="flex items-center gap-1" data-print="hide">
          <span role="group" aria-label="Show metadata as" className="flex">
            {views.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === view}
                onClick={() => setView(one)}
                className={clsx(
                  buttonClass({ variant: 'quiet', size: 'sm' }),
                  one === view && 'border-line bg-selected text-ink',
                )}
              >
                {one}
              </button>
            ))}
          </span>
          <CopyButton text={text} label="Copy metadata" />
        </span>
      }
    >
      <div
        role="region"
        aria-label={`Metadata as ${view.toLowerCase()}`}
        tabIndex={0}
        className="max-h-96 overflow-auto print:max-h-none print:overflow-visible -outline-offset-2"
      >
        {view === 'Tree' ? <JsonTree text={text} /> : <MetadataText text={text} />}
      </div>
    </Panel>
  )
}

/** Number of characters shown at first, and added by each press of the button. */
const pageLength = 20_000

/** Indents the source text without parsing, which would round its numbers. Copying gives the exact text. */
function MetadataText({ text }: { text: string }) {
  const [most, setMost] = useState(pageLength)
  const shown = useMemo(() => indentJson(text, most + 1), [text, most])
  return (
    <div className="px-4 py-3">
      <pre translate="no" className="font-mono text-sm wrap-anywhere whitespace-pre-wrap">
        <MetadataPieces text={cutText(shown, most)} />
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
const longestLine = 1_000

function MetadataPieces({ text }: { text: string }) {
  return text.split('\n').some((line) => line.length > longestLine) ? (
    <TextPieces text={text} isMultiline />
  ) : (
    <UntrustedText isMultiline longest={Infinity}>
      {text}
    </UntrustedText>
  )
}
