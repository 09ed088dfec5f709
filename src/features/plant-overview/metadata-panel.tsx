import { useState } from 'react'
import { isEmptyObject } from '@/lib/json-scan'
import { JsonActions, JsonRegion, type JsonView } from '@/ui/json-view'
import { Panel } from '@/ui/panel'
import { Unreadable } from '@/ui/unreadable'

interface MetadataPanelProps {
  /** The JSON object's source text. */
  text: string | null | undefined
  isUnreadable: boolean
}

export function MetadataPanel({ text, isUnreadable }: MetadataPanelProps) {
  const [view, setView] = useState<JsonView>('Tree')
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
  const json = { what: 'metadata', text, view }
  return (
    <Panel title="Metadata" actions={<JsonActions {...json} onChange={setView} />}>
      <JsonRegion {...json} />
    </Panel>
  )
}
