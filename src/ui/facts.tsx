import type { ReactNode } from 'react'
import { CopyButton } from './copy-button'
import { Unreadable } from './unreadable'
import { UntrustedText } from './untrusted-text'

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="px-4 py-2 max-md:px-3">{children}</dl>
}

/** Label and value in a list of facts. On phones, a value that is too long for the label's line goes below it. */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center gap-x-4 py-1 max-md:flex-wrap">
      <dt className="w-36 shrink-0 text-muted">{label}</dt>
      <dd className="min-w-0 flex-1 wrap-anywhere max-md:flex-auto">{children}</dd>
    </div>
  )
}

interface CopyableProps {
  /** Name of the copied value, for the button: "serial number". */
  label: string
  children: string | null | undefined
  isUnreadable?: boolean
}

/** Untrusted text in fixed-width type, with a button that copies it unchanged. */
export function Copyable({ label, children, isUnreadable }: CopyableProps) {
  if (isUnreadable) return <Unreadable />
  if (!children) return <UntrustedText>{children}</UntrustedText>
  return (
    <span className="flex items-center gap-1">
      <UntrustedText className="min-w-0 font-mono text-sm">{children}</UntrustedText>
      <CopyButton text={children} label={`Copy ${label}`} />
    </span>
  )
}
