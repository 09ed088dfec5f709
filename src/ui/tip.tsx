import type { FocusEvent, KeyboardEvent, PointerEvent } from 'react'

interface TipProps {
  id?: string
  text: string
  /** A passive tip lets clicks through to the content below. */
  isPassive?: boolean
}

/** aria-hidden keeps the tip out of the control's name; aria-describedby still reads it. */
export function Tip({ id, text, isPassive }: TipProps) {
  return (
    <span id={id} aria-hidden className="tip" data-passive={isPassive ? '' : undefined}>
      {text}
    </span>
  )
}

/** Hides a tip on Escape until the pointer or focus leaves (WCAG 1.4.13). */
export function dismissTipOnEscape(event: KeyboardEvent<HTMLElement>): void {
  if (event.key === 'Escape') event.currentTarget.dataset.tipDismissed = ''
}

/** Allows a dismissed tip to appear again; for when the pointer or focus leaves. */
export function restoreTip(event: FocusEvent<HTMLElement> | PointerEvent<HTMLElement>): void {
  delete event.currentTarget.dataset.tipDismissed
}
