import type { ReactNode } from 'react'
import { codePointLabel, splitUnseen } from './visible-text'

/**
 * Returns untrusted text with every invisible character in it shown. Text without one, as nearly all is, stays a string,
 * which React draws without an element of its own.
 */
export function visibleParts(text: string, isMultiline: boolean): ReactNode {
  const parts = splitUnseen(text, isMultiline)
  if (parts.every((part) => 'text' in part)) return text
  return parts.map((part) =>
    'text' in part ? (
      part.text
    ) : (
      <span
        key={part.at}
        className="mx-px rounded-sm border border-warn-line bg-warn-soft px-0.5 font-mono text-xs text-warn"
      >
        ‹{codePointLabel(part.codePoint)}›
      </span>
    ),
  )
}
