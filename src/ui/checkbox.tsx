import { clsx } from 'clsx'
import type { ComponentProps, ReactNode } from 'react'

interface CheckboxProps extends Omit<ComponentProps<'input'>, 'type' | 'children'> {
  label: ReactNode
  isLabelHidden?: boolean
  isIndeterminate?: boolean
}

export function Checkbox(props: CheckboxProps) {
  const { label, isLabelHidden = false, isIndeterminate = false, className, ref, ...rest } = props
  return (
    <label
      className={clsx(
        'inline-flex min-h-6 min-w-6 items-center gap-2 max-md:min-h-11',
        isLabelHidden && 'justify-center max-md:min-w-11',
        className,
      )}
    >
      <input
        {...rest}
        type="checkbox"
        ref={(input) => {
          if (input) input.indeterminate = isIndeterminate
          if (typeof ref === 'function') return ref(input)
          if (ref) ref.current = input
        }}
        className="size-4 shrink-0"
      />
      <span className={isLabelHidden ? 'sr-only' : undefined}>{label}</span>
    </label>
  )
}
