import type { UseFormRegisterReturn } from 'react-hook-form'
import { Finding } from '@/ui/finding'
import { TextField } from '@/ui/text-field'

interface TargetFieldProps {
  field: UseFormRegisterReturn
  /** True when it is not known whether the command that is sent again had a target. */
  isOpen: boolean
  hasError: boolean
  /** Sub-devices of earlier commands. */
  targets: readonly string[]
}

/** Field for the sub-device of a command. */
export function TargetField({ field, isOpen, hasError, targets }: TargetFieldProps) {
  return (
    <>
      <TextField
        label="Target"
        hint="optional"
        description={
          <>
            A sub-device’s ID of up to 32 characters: capital letters, digits, _ and -. Leave it
            empty for the whole plant.
            {isOpen ? (
              <Finding tone="warn">
                The history names no target for this command. It may have gone to one sub-device.
              </Finding>
            ) : null}
          </>
        }
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        list="command-targets"
        error={hasError ? 'Use up to 32 capital letters, digits, _ and -, without spaces.' : null}
        {...field}
      />
      <datalist id="command-targets">
        {targets.map((id) => (
          <option key={id} value={id} aria-label={id} />
        ))}
      </datalist>
    </>
  )
}
