import { indentJson } from '@/lib/json-text'
import { Data } from '@/ui/data'
import { CopyButton } from '@/ui/copy-button'

interface MetadataProps {
  /** The JSON object's source text. */
  text: string | null | undefined
}

const longestShown = 20_000

/** Laid out, not read: parsing and writing it anew would round its numbers. Copying gives the exact text. */
export function Metadata({ text }: MetadataProps) {
  const shown = text ? indentJson(text) : ''
  const isEmpty = !text || text.replaceAll(/\s/g, '') === '{}'
  return (
    <section className="rounded-md border border-line bg-surface">
      <div className="flex h-9 items-center justify-between border-b border-line px-4">
        <h2 className="font-semibold">Metadata</h2>
        {text && !isEmpty ? <CopyButton text={text} label="Copy metadata" /> : null}
      </div>
      {isEmpty ? (
        <p className="px-4 py-3 text-muted">This plant has no metadata.</p>
      ) : (
        <pre
          role="region"
          aria-label="Metadata"
          tabIndex={0}
          className="max-h-96 overflow-auto px-4 py-3 font-mono text-sm wrap-anywhere whitespace-pre-wrap"
        >
          <Data isMultiline>{shown.slice(0, longestShown)}</Data>
          {shown.length > longestShown ? ' … copy it to see the rest' : ''}
        </pre>
      )}
    </section>
  )
}
