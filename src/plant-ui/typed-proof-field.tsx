import type { ComponentProps } from 'react'
import type { TypedProof } from '@/domain/actions/typed-proof'
import { TextField } from '@/ui/text-field'
import { UntrustedText } from '@/ui/untrusted-text'

interface TypedProofFieldProps extends Omit<ComponentProps<typeof TextField>, 'label'> {
  proof: TypedProof
}

/** Field for the text that confirms an irreversible action. */
export function TypedProofField({ proof, ...field }: TypedProofFieldProps) {
  return (
    <TextField
      label={proof.label}
      description={
        <>
          To confirm, type{' '}
          <UntrustedText className="font-mono whitespace-pre-wrap text-ink">
            {proof.text}
          </UntrustedText>
        </>
      }
      autoComplete="off"
      spellCheck={false}
      {...field}
    />
  )
}
