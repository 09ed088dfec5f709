import { useState } from 'react'
import { Field } from './field'
import { splitFieldProps } from './split-field-props'
import type { TextFieldProps } from './text-field'

export function PasswordField(props: Omit<TextFieldProps, 'type'>) {
  const { field, control } = splitFieldProps(props)
  const [isShown, setIsShown] = useState(false)
  return (
    <Field {...field}>
      {(aria) => (
        <div className="relative">
          <input
            spellCheck={false}
            autoCapitalize="off"
            {...control}
            {...aria}
            type={isShown ? 'text' : 'password'}
            className="field-control pr-14"
          />
          {/* Its name omits the field's name, so that only the field matches that name. */}
          <button
            type="button"
            aria-describedby={`${aria.id}-label`}
            onClick={() => setIsShown(!isShown)}
            className="absolute inset-y-0 right-0 m-px w-12 rounded-md max-md:m-0 text-xs font-medium text-muted hover:text-ink"
          >
            {isShown ? 'Hide' : 'Show'}
          </button>
        </div>
      )}
    </Field>
  )
}
