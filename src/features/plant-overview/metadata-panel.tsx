import { clsx } from 'clsx'
import { useState } from 'react'
import { JsonTree } from './json-tree-view'
import { isEmptyObject } from '@/lib/json-scan'
import { indentJson } from '@/lib/json-text'
import { buttonClass } from '@/ui/button-class'
import { CopyButton } from '@/ui/copy-button'
import { Data } from '@/ui/data'
import { Panel } from '@/ui/panel'
import { Unreadable } from '@/ui/unreadable'

interface MetadataPanelProps {
  /** The JSON object's source text. */
  text: string | null | undefined
  /** Something came that is not an object. */
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
        <span className="flex items-center gap-1">
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
        className="max-h-96 overflow-auto -outline-offset-2"
      >
        {view === 'Tree' ? <JsonTree text={text} /> : <MetadataText text={text} />}
      </div>
    </Panel>
  )
}

const longestShown = 20_000

/** Laid out, not read: parsing and writing it anew would round its numbers. Copying gives the exact text. */
function MetadataText({ text }: { text: string }) {
  const shown = indentJson(text)
  return (
    <pre translate="no" className="px-4 py-3 font-mono text-sm wrap-anywhere whitespace-pre-wrap">
      <Data isMultiline>{shown.slice(0, longestShown)}</Data>
      {shown.length > longestShown ? ' … copy it to see the rest' : ''}
    </pre>
  )
}
