import { clsx } from 'clsx'
import { Unreadable } from './unreadable'
import { codePointLabel, splitUnseen, visibleText } from './visible-text'

interface DataProps {
  children: string | number | null | undefined
  /** One line with an ellipsis; the whole text is in the title. */
  isTruncated?: boolean
  /** Line breaks and tabs are part of the text and not made visible. */
  isMultiline?: boolean
  /** Stands for null, undefined and text of nothing but blanks. */
  fallback?: string
  /** The value came, but could not be read. */
  isUnreadable?: boolean
  className?: string
}

/**
 * Text that somebody else wrote: it cannot reorder what stands beside it, and hides no character. A browser
 * translates only messages, which have lines: names, numbers and states must stay what they are.
 */
export function Data(props: DataProps) {
  const { children, isTruncated = false, isMultiline = false, fallback = '–', className } = props
  if (props.isUnreadable) return <Unreadable className={className} />
  const text = String(children ?? '')
  if (/^ *$/.test(text)) return <span className={clsx('text-faint', className)}>{fallback}</span>
  return (
    <bdi
      translate={isMultiline ? undefined : 'no'}
      title={isTruncated ? visibleText(text) : undefined}
      className={clsx(isTruncated && 'inline-block max-w-full truncate align-bottom', className)}
    >
      {splitUnseen(text, isMultiline).map((part) =>
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
      )}
    </bdi>
  )
}
