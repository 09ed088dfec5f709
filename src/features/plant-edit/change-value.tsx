import { OrganizationText } from './organization-text'
import type { Template } from '@/api/templates'
import { authMethodLabel } from '@/domain/credentials/auth-methods'
import type { ChangeableField } from '@/domain/plant/plant-edit'
import { plantTypeLabel } from '@/domain/plant/plant-words'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'

interface ChangeValueProps {
  field: ChangeableField
  value: string | null
  /** Accessible name of the region that scrolls long metadata. */
  label: string
  templates: readonly Template[]
  /** True when the server's value is unreadable. */
  isUnreadable?: boolean
}

/** Value of a field in the page's words; metadata as source text. */
export function ChangeValue(props: ChangeValueProps) {
  const { field, value, label, templates, isUnreadable = false } = props
  if (isUnreadable) return <Unreadable />
  if (value === null || value === '') return <span className="text-faint">none</span>
  switch (field) {
    case 'organizationId':
      return <OrganizationText id={value} />
    case 'type':
      return <UntrustedText>{plantTypeLabel(value)}</UntrustedText>
    case 'authMethod':
      return <UntrustedText>{authMethodLabel(value)}</UntrustedText>
    case 'templateId':
      return (
        <UntrustedText>{templates.find(({ id }) => id === value)?.name || value}</UntrustedText>
      )
    case 'metadata':
      return (
        <pre
          translate="no"
          role="region"
          aria-label={label}
          tabIndex={0}
          className="max-h-40 overflow-auto text-start font-mono text-xs wrap-anywhere whitespace-pre-wrap"
        >
          <UntrustedText isMultiline longest={2_000}>
            {value}
          </UntrustedText>
        </pre>
      )
    case 'name':
    case 'serialNumber':
    case 'externalPlantId':
      return <UntrustedText>{value}</UntrustedText>
  }
}
