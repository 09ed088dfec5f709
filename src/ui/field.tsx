import { clsx } from 'clsx'
import { useId } from 'react'
import type { ReactNode } from 'react'
import { UntrustedText } from './untrusted-text'

export interface FieldLook {
  label: string
  description?: ReactNode
  error?: string | null
  /** Hides the label visually but keeps it for screen readers. */
  isLabelHidden?: boolean
  isRequired?: boolean
  /** Shown after the label, for example "optional"; not part of the field's name. */
  hint?: string
}

interface ControlProps {
  id: string
  'aria-invalid': true | undefined
  'aria-required': true | undefined
  'aria-describedby': string | undefined
}

interface FieldProps extends FieldLook {
  id?: string
  className?: string
  children: (control: ControlProps) => ReactNode
}

/** Frame of a form control: connects label, description and error to it for screen readers. */
export function Field(props: FieldProps) {
  const { label, description, error, isLabelHidden, isRequired, hint, className, children } = props
  const ownId = useId()
  const id = props.id ?? ownId
  const descriptionId = `${id}-description`
  const errorId = `${id}-error`
  return (
    <div className={clsx('flex min-w-0 flex-col gap-1', className)}>
      <div className={clsx('flex items-baseline gap-2', isLabelHidden && 'sr-only')}>
        <label id={`${id}-label`} htmlFor={id} className="text-sm font-medium">
          {label}
        </label>
        {hint ? <span className="text-xs text-faint">{hint}</span> : null}
      </div>
      {children({
        id,
        'aria-invalid': error ? true : undefined,
        'aria-required': isRequired || undefined,
        'aria-describedby': clsx(error && errorId, description && descriptionId) || undefined,
      })}
      {description ? (
        <div id={descriptionId} className="text-xs text-muted">
          {description}
        </div>
      ) : null}
      {/* Always rendered, so that text inserted later is announced. */}
      <div id={errorId} role="alert" className="text-xs text-danger empty:hidden">
        {error ? <UntrustedText isMultiline>{error}</UntrustedText> : null}
      </div>
    </div>
  )
}
