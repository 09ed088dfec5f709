import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { Field } from './field'
import type { FieldLook } from './field'
import { splitFieldProps } from './split-field-props'

interface NativeSelectProps extends FieldLook, ComponentProps<'select'> {}

export function NativeSelect(props: NativeSelectProps) {
  const { field, control } = splitFieldProps(props)
  return (
    <Field {...field}>
      {(aria) => (
        <div className="relative">
          <select {...control} {...aria} className="field-control appearance-none pr-8" />
          <ChevronDown
            aria-hidden
            className="pointer-events-none absolute inset-y-0 right-2 my-auto size-4 text-muted"
          />
        </div>
      )}
    </Field>
  )
}
