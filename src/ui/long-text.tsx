import { useState } from 'react'
import { buttonClass } from './button-class'
import { cutText, piecesOf } from './cut-text'
import { visibleParts } from './visible-parts'
import { formatCount } from '@/lib/format-count'

/** Layout time grows with the square of a word's length, so pieces are limited to this. */
const maxPieceLength = 1_000
const pageLength = 100_000

interface LongTextProps {
  text: string
  isMultiline: boolean
  longest: number
  className?: string | undefined
}

/** The start of a text that would freeze the page if shown whole, with a button for the rest. */
export function LongText({ text, isMultiline, longest, className }: LongTextProps) {
  const [most, setMost] = useState(0)
  const button = (label: string, next: number) => (
    <button
      type="button"
      onClick={() => setMost(next)}
      className={buttonClass({ variant: 'secondary', size: 'sm' })}
    >
      {label}
    </button>
  )
  if (most === 0) {
    return (
      <>
        <bdi translate={isMultiline ? undefined : 'no'} className={className}>
          {visibleParts(cutText(text, longest), isMultiline)}…
        </bdi>{' '}
        {button(`Show all (${formatCount(text.length)} characters)`, pageLength)}
      </>
    )
  }
  const left = text.length - most
  return (
    <span className="block">
      <span
        role="region"
        aria-label="Whole text"
        tabIndex={0}
        className="block max-h-80 overflow-auto rounded-sm border border-line p-1 break-all whitespace-pre-wrap"
      >
        <TextPieces text={cutText(text, most)} isMultiline={isMultiline} className={className} />
      </span>
      <span className="mt-1 flex flex-wrap items-center gap-2">
        {left > 0
          ? button(`Show more (${formatCount(left)} characters left)`, most + pageLength)
          : null}
        {button('Show less', 0)}
      </span>
    </span>
  )
}

interface TextPiecesProps {
  text: string
  isMultiline: boolean
  className?: string | undefined
}

/** Text in pieces that are laid out separately, and only when they scroll into view. */
export function TextPieces({ text, isMultiline, className }: TextPiecesProps) {
  return piecesOf(text, maxPieceLength).map((piece, index) => (
    <bdi
      // oxlint-disable-next-line react/no-array-index-key -- a piece is identified only by its position
      key={index}
      translate={isMultiline ? undefined : 'no'}
      className={`block [contain-intrinsic-size:auto_8rem] [content-visibility:auto] ${className ?? ''}`}
    >
      {visibleParts(piece, isMultiline)}
    </bdi>
  ))
}
