import { clsx } from 'clsx'
import { cutText } from './cut-text'
import { LongText } from './long-text'
import { Unreadable } from './unreadable'
import { VisibleParts } from './visible-parts'
import { visibleText } from './visible-text'

interface DataProps {
  children: string | number | null | undefined
  /** One line with an ellipsis; the title has more of it. */
  isTruncated?: boolean
  /** Line breaks and tabs are part of the text and not made visible. */
  isMultiline?: boolean
  /** Within a link, a button or a heading of a dialog, where a long text gets no button for its rest. */
  isCut?: boolean
  /** How much is shown at once, where more than usual has to be. */
  longest?: number
  /** Stands for null, undefined and text of nothing but blanks. */
  fallback?: string
  /** The value came, but could not be read. */
  isUnreadable?: boolean
  className?: string
}

/** One word of 100,000 letters freezes a page for half a minute, so that nothing longer is shown at once. */
const longestShown = 500

/**
 * Text that somebody else wrote: it cannot reorder what stands beside it, and hides no character. A browser
 * translates only messages, which have lines: names, numbers and states must stay what they are.
 */
export function Data(props: DataProps) {
  const {
    children,
    isTruncated = false,
    isMultiline = false,
    isCut = false,
    fallback = '–',
  } = props
  const { longest = longestShown, isUnreadable, className } = props
  if (isUnreadable) return <Unreadable className={className} />
  const text = String(children ?? '')
  const shown = cutText(text, longest)
  const isLong = shown.length < text.length
  if (isLong && !isTruncated && !isCut) {
    return (
      <LongText text={text} isMultiline={isMultiline} longest={longest} className={className} />
    )
  }
  if (!isLong && /^ *$/.test(text)) {
    return <span className={clsx('text-faint', className)}>{fallback}</span>
  }
  return (
    <bdi
      translate={isMultiline ? undefined : 'no'}
      title={isTruncated ? visibleText(text) : undefined}
      className={clsx(isTruncated && 'inline-block max-w-full truncate align-bottom', className)}
    >
      <VisibleParts text={shown} isMultiline={isMultiline} />
      {isLong ? '…' : null}
    </bdi>
  )
}
