import { maxCommandNameLength } from '@/api/send-command'
import { type commandChoices, matchingChoices } from '@/domain/commands/command-names'
import { ComboField } from '@/ui/combo-field'

type Given = 'description' | 'error' | 'fieldRef' | 'value' | 'onChange' | 'onBlur' | 'onTake'

interface CommandNameFieldProps extends Pick<Parameters<typeof ComboField>[0], Given> {
  choices: ReturnType<typeof commandChoices>
}

/** Field for the name of a command: one of the choices, or any other. */
export function CommandNameField({ choices, ...field }: CommandNameFieldProps) {
  return (
    <ComboField
      label="Command"
      isRequired
      isMonospaced
      maxLength={maxCommandNameLength}
      {...field}
      options={matchingChoices(choices, field.value).map((choice) => ({
        key: choice.command,
        label: choice.command,
        ending: choice.source === 'template' ? choice.label : 'platform',
      }))}
    />
  )
}
