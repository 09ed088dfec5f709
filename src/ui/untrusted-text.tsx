import { clsx } from 'clsx'
import { cutText } from './cut-text'
import { OnDemand } from './on-demand'
import { Unreadable } from './unreadable'
import { visibleParts } from './visible-parts'
import { visibleText } from './visible-text'
import { codePart } from '@/lib/code-part'

interface UntrustedTextProps {
  children: string | number | null | undefined
  isTruncated?: boolean
  isMultiline?: boolean
  /** For links, buttons and dialog headings, where long text gets no button to expand it. */
  isCut?: boolean
  longest?: number
  fallback?: string
  isUnreadable?: boolean
  className?: string
}

/** Few texts are long. */
const longTextPart = codePart(() => import('./long-text'))

/** A word of 100,000 letters freezes a page for half a minute, so long text is shortened. */
const maxShownLength = 500

/**
 * Untrusted text: it can't reorder the text next to it, and every invisible character is shown. Browsers may translate
 * only multi-line text, i.e. messages; names, numbers and states must stay unchanged.
 */
export function UntrustedText(props: UntrustedTextProps) {
  const {
    children,
    isTruncated = false,
    isMultiline = false,
    isCut = false,
    fallback = '–',
  } = props
  const { longest = maxShownLength, isUnreadable, className } = props
  if (isUnreadable) return <Unreadable className={className} />
  const text = String(children ?? '')
  const shown = cutText(text, longest)
  const isLong = shown.length < text.length
  if (!isLong && /^ *$/.test(text)) {
    return <span className={clsx('text-faint', className)}>{fallback}</span>
  }
  const parts = visibleParts(shown, isMultiline)
  const start = (
    <bdi
      translate={isMultiline ? undefined : 'no'}
      title={isTruncated ? visibleText(text) : undefined}
      className={clsx(isTruncated && 'inline-block max-w-full truncate align-bottom', className)}
    >
      {isLong ? <>{parts}…</> : parts}
    </bdi>
  )
  if (!isLong || isTruncated || isCut) return start
  return (
    <OnDemand part={longTextPart} fallback={start} renderMissing={() => start}>
      {({ LongText }) => (
        <LongText text={text} isMultiline={isMultiline} longest={longest} className={className} />
      )}
    </OnDemand>
  )
}
