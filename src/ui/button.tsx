import { clsx } from 'clsx'
import { useId } from 'react'
import type { ComponentProps, MouseEvent, ReactNode } from 'react'
import { buttonClass } from './button-class'
import type { ButtonSize, ButtonVariant } from './button-class'
import { ignoreHeldEnter } from './held-enter'
import { Spinner } from './spinner'
import { dismissTipOnEscape, restoreTip, Tip } from './tip'

export interface ButtonProps extends Omit<ComponentProps<'button'>, 'disabled' | 'onClick'> {
  variant?: ButtonVariant
  size?: ButtonSize
  icon?: ReactNode
  isIconOnly?: boolean
  isPending?: boolean
  /** The reason why the action is unavailable. The button stays focusable, does nothing and shows the reason. */
  disabledReason?: string | null
  /** Shown on hover and focus while the button is enabled; not read out. */
  tip?: string
  onClick?: (event: MouseEvent<HTMLButtonElement>) => unknown
}

/** Button without a `disabled` prop: a control that can't be focused can't explain why it is disabled. */
export function Button(props: ButtonProps) {
  const {
    variant,
    size,
    icon,
    isIconOnly,
    isPending = false,
    disabledReason,
    tip,
    ...others
  } = props
  const { className, children, onClick, type = 'button', ...rest } = others
  const reasonId = useId()
  const isDisabled = Boolean(disabledReason)
  const tipText = isDisabled ? disabledReason : tip

  function handleClick(event: MouseEvent<HTMLButtonElement>) {
    if (!isDisabled && !isPending) {
      onClick?.(event)
      return
    }
    event.preventDefault()
    event.stopPropagation()
  }

  return (
    <button
      onKeyDown={(event) => {
        dismissTipOnEscape(event)
        ignoreHeldEnter(event)
      }}
      onBlur={restoreTip}
      onPointerLeave={restoreTip}
      {...rest}
      // oxlint-disable-next-line react/button-has-type -- "button" unless the caller asks for another
      type={type}
      onClick={handleClick}
      aria-busy={isPending || undefined}
      aria-disabled={isDisabled || isPending || undefined}
      aria-describedby={clsx(rest['aria-describedby'], isDisabled && reasonId) || undefined}
      className={clsx(buttonClass({ variant, size, isIconOnly, isDisabled }), className)}
    >
      <span className={clsx('inline-flex items-center gap-1.5', isPending && 'opacity-0')}>
        {icon}
        {children}
      </span>
      {isPending ? <Spinner className="absolute inset-0 m-auto size-4" /> : null}
      {tipText ? <Tip id={reasonId} text={tipText} isPassive={!isDisabled} /> : null}
    </button>
  )
}
