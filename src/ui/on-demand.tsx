import type { ReactNode } from 'react'
import { type Missing, useCode } from './use-code'
import type { CodePart } from '@/lib/code-part'

interface OnDemandProps<T> {
  part: CodePart<T>
  /** Shown while the code is loading. */
  fallback: ReactNode
  renderMissing: (missing: Missing) => ReactNode
  children: (code: T) => ReactNode
}

/** Renders with code that is loaded on demand. */
export function OnDemand<T>({ part, fallback, renderMissing, children }: OnDemandProps<T>) {
  const found = useCode(part)
  if (found.code !== undefined) return children(found.code)
  return found.missing ? renderMissing(found.missing) : fallback
}
