import { authMethodLabel } from '@/domain/credentials/auth-methods'
import { type ChangeableField, type Surprise, fieldLabels } from '@/domain/plant/plant-edit'
import { plantTypeLabel } from '@/domain/plant/plant-words'
import type { ToastMessage } from '@/ui/toast'

const maxValueLength = 60

/** Returns a warning about unexpected changes by the server. It stays until dismissed. */
export function surpriseToast(surprises: readonly Surprise[]): ToastMessage {
  const lines = surprises.map(({ field, expected, actual }) =>
    field === 'metadata'
      ? 'Metadata: not stored as sent. Open the plant and compare.'
      : `${fieldLabels[field]}: expected ${wordFor(field, expected)}, got ${wordFor(field, actual)}.`,
  )
  return {
    tone: 'warn',
    title: 'The plant was saved differently than sent',
    detail: lines.join('\n'),
  }
}

function wordFor(field: ChangeableField, value: string | null): string {
  if (value === null || value === '') return 'nothing'
  if (field === 'type') return plantTypeLabel(value)
  if (field === 'authMethod') return authMethodLabel(value)
  return `“${value.length > maxValueLength ? `${value.slice(0, maxValueLength)}…` : value}”`
}
