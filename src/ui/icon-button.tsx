import type { ReactNode } from 'react'
import { Button } from './button'
import type { ButtonProps } from './button'

interface IconButtonProps extends Omit<ButtonProps, 'icon' | 'isIconOnly' | 'tip' | 'aria-label'> {
  label: string
  children: ReactNode
}

/** Button that shows only an icon; its label is the accessible name and the tooltip. */
export function IconButton({ label, variant = 'quiet', disabledReason, ...rest }: IconButtonProps) {
  return (
    <Button
      {...rest}
      isIconOnly
      variant={variant}
      aria-label={label}
      tip={label}
      disabledReason={disabledReason ? `${label}: ${disabledReason}` : null}
    />
  )
}
