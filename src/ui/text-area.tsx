import { clsx } from 'clsx'
import type { ComponentProps } from 'react'
import { Field } from './field'
import type { FieldLook } from './field'
import { splitFieldProps } from './split-field-props'

interface TextAreaProps extends FieldLook, ComponentProps<'textarea'> {
  isMonospaced?: boolean
}

export function TextArea({ isMonospaced = false, ...props }: TextAreaProps) {
  const { field, control } = splitFieldProps(props)
  return (
    <Field {...field}>
      {(aria) => (
        <textarea
          rows={5}
          {...control}
          {...aria}
          className={clsx('field-control h-auto! py-1.5', isMonospaced && 'font-mono text-sm')}
        />
      )}
    </Field>
  )
}
