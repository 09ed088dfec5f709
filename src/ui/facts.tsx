import type { ReactNode } from 'react'
import { CopyButton } from './copy-button'
import { Unreadable } from './unreadable'
import { UntrustedText } from './untrusted-text'

export function Facts({ children }: { children: ReactNode }) {
  return <dl className="px-4 py-2 max-md:pr-2">{children}</dl>
}

/**
 * Label and value in a list of facts. On phones, values start at the same column and wrap; an ID that is too long for it goes
 * below its label, as all values do where there is no room for two columns.
 */
export function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-8 items-center gap-x-4 py-1 max-md:flex-wrap max-md:items-baseline max-md:gap-x-3">
      <dt className="w-36 shrink-0 text-muted max-md:w-28">{label}</dt>
      <dd className="min-w-0 flex-1 wrap-anywhere max-md:min-w-min max-md:basis-48 max-md:has-data-copyable:min-w-48 max-md:has-data-copyable:basis-auto">
        {children}
      </dd>
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
    <span data-copyable className="flex items-center gap-1">
      <UntrustedText className="min-w-0 font-mono text-sm">{children}</UntrustedText>
      <CopyButton text={children} label={`Copy ${label}`} className="max-md:-my-1" />
    </span>
  )
}
