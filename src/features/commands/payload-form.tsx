import {
  type PayloadMember,
  isOfKind,
  payloadMembers,
  withMember,
} from '@/domain/commands/payload-members'
import { Checkbox } from '@/ui/checkbox'
import { TextField } from '@/ui/text-field'
import { visibleText } from '@/ui/visible-text'

interface PayloadFormProps {
  /** JSON text. */
  payload: string
  /** The template's own payload: it says what is a number, also while a field is empty. */
  template: string
  onChange: (payload: string) => void
}

/** Fields for the members of a payload, while their shape allows it; the JSON below stays the truth. */
export function PayloadForm({ payload, template, onChange }: PayloadFormProps) {
  const given = payloadMembers(template) ?? []
  const members = payloadMembers(payload)?.map((member) => {
    const kind = given.find(({ name }) => name === member.name)?.kind ?? member.kind
    return { ...member, kind }
  })
  if (!members || members.length === 0) return null
  const change = (member: PayloadMember, value: string) =>
    onChange(withMember(payload, { ...member, value }))
  return (
    <fieldset className="grid gap-3 md:grid-cols-2">
      <legend className="mb-1 text-sm font-medium">Parameters</legend>
      {members.map((member) =>
        member.kind === 'flag' ? (
          <Checkbox
            key={member.name}
            label={visibleText(member.name)}
            checked={member.value === 'true'}
            onChange={({ target }) => change(member, String(target.checked))}
          />
        ) : (
          <TextField
            key={member.name}
            label={visibleText(member.name)}
            inputMode={member.kind === 'number' ? 'decimal' : undefined}
            error={
              isOfKind(member.kind, member.value) ? null : 'Not a number, so it is sent as text.'
            }
            value={member.value}
            onChange={({ target }) => change(member, target.value)}
          />
        ),
      )}
    </fieldset>
  )
}
