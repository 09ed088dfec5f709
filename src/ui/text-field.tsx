import type { ComponentProps } from 'react'
import { Field } from './field'
import type { FieldLook } from './field'
import { splitFieldProps } from './split-field-props'

export interface TextFieldProps extends FieldLook, ComponentProps<'input'> {}

export function TextField(props: TextFieldProps) {
  const { field, control } = splitFieldProps(props)
  return (
    <Field {...field}>
      {(aria) => <input type="text" {...control} {...aria} className="field-control" />}
    </Field>
  )
}
