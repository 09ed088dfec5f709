import type { ReactNode } from 'react'
import { type Missing, useCode } from './use-code'
import type { CodePart } from '@/lib/code-part'

interface OnDemandProps<T> {
  part: CodePart<T>
  fallback: ReactNode
  renderMissing: (missing: Missing) => ReactNode
  children: (code: T) => ReactNode
}

export function OnDemand<T>({ part, fallback, renderMissing, children }: OnDemandProps<T>) {
  const found = useCode(part)
  if (found.code !== undefined) return children(found.code)
  return found.missing ? renderMissing(found.missing) : fallback
}
