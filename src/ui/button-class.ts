import { clsx } from 'clsx'

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger'
/** Size of a button; on phones, both are 44 px high. */
export type ButtonSize = 'sm' | 'md'

interface ButtonLook {
  variant?: ButtonVariant
  size?: ButtonSize
  isIconOnly?: boolean
  isDisabled?: boolean
}

const variants: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent hover:bg-accent-hover',
  secondary: 'border-line-strong bg-surface text-ink hover:bg-hover',
  quiet: 'border-transparent text-muted hover:bg-hover hover:text-ink',
  danger: 'border-transparent bg-danger-fill text-on-accent hover:bg-danger-fill-hover',
}

const sizes: Record<ButtonSize, [text: string, icon: string]> = {
  sm: ['h-6 px-2 text-xs max-md:h-11 max-md:px-3 max-md:text-base', 'size-6 max-md:size-11'],
  md: ['h-8 px-3 max-md:h-11', 'size-8 max-md:size-11'],
}

/** Returns the class names of a button, for router links that look like one. */
export function buttonClass(look: ButtonLook = {}): string {
  const { variant = 'secondary', size = 'md', isIconOnly = false, isDisabled = false } = look
  return clsx(
    'relative inline-flex shrink-0 items-center justify-center gap-1.5 rounded-md border font-medium whitespace-nowrap no-underline transition-colors print:hidden',
    sizes[size][isIconOnly ? 1 : 0],
    isDisabled ? 'cursor-not-allowed border-line bg-hover text-faint' : variants[variant],
  )
}
