import type { PayloadField } from '@/domain/commands/payload-fields'
import { withMember } from '@/domain/commands/payload-members'
import { Checkbox } from '@/ui/checkbox'
import { TextField } from '@/ui/text-field'
import { visibleText } from '@/ui/visible-text'

interface PayloadFormProps {
  /** JSON text. */
  payload: string
  fields: readonly PayloadField[]
  onChange: (payload: string) => void
}

/** Fields for the parameters of a payload, while its shape allows it; the JSON below stays the truth. */
export function PayloadForm({ payload, fields, onChange }: PayloadFormProps) {
  if (fields.length === 0) return null
  const change = (field: PayloadField, value: string) =>
    onChange(withMember(payload, { ...field, value }))
  return (
    <fieldset className="grid items-start gap-3 md:grid-cols-2">
      <legend className="mb-1 text-sm font-medium">Parameters</legend>
      {fields.map((field) =>
        field.kind === 'flag' ? (
          <Checkbox
            key={field.name}
            label={visibleText(field.name)}
            checked={field.value === 'true'}
            onChange={({ target }) => change(field, String(target.checked))}
          />
        ) : (
          <TextField
            key={field.name}
            label={visibleText(field.name)}
            inputMode={field.kind === 'number' ? 'decimal' : undefined}
            autoComplete="off"
            description={visibleText(field.hint)}
            error={field.finding ?? null}
            value={field.value}
            onChange={({ target }) => change(field, target.value)}
          />
        ),
      )}
    </fieldset>
  )
}
