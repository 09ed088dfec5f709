import type { Template } from '@/api/templates'
import type { ChangeableField } from '@/domain/plant/plant-edit'
import { authMethodLabel, plantTypeLabel } from '@/domain/plant/plant-words'
import { Data } from '@/ui/data'
import { Unreadable } from '@/ui/unreadable'

interface ChangeValueProps {
  field: ChangeableField
  value: string | null
  /** Accessible name of the region that scrolls long metadata. */
  label: string
  templates: readonly Template[]
  /** The server's value is unreadable. */
  isUnreadable?: boolean
}

export function ChangeValue(props: ChangeValueProps) {
  const { field, value, label, templates, isUnreadable = false } = props
  if (isUnreadable) return <Unreadable />
  if (value === null || value === '') return <span className="text-faint">none</span>
  switch (field) {
    case 'type':
      return <Data>{plantTypeLabel(value)}</Data>
    case 'authMethod':
      return <Data>{authMethodLabel(value)}</Data>
    case 'templateId':
      return <Data>{templates.find(({ id }) => id === value)?.name || value}</Data>
    case 'metadata':
      return (
        <pre
          translate="no"
          role="region"
          aria-label={label}
          tabIndex={0}
          className="max-h-40 overflow-auto text-start font-mono text-xs wrap-anywhere whitespace-pre-wrap"
        >
          <Data isMultiline longest={2_000}>
            {value}
          </Data>
        </pre>
      )
    case 'name':
    case 'serialNumber':
    case 'externalPlantId':
    case 'organizationId':
      return <Data>{value}</Data>
  }
}
