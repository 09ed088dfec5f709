/** A ref for what takes the place of the control that had the focus; it needs `tabIndex={-1}`. */
export function focusIt(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'start' })
}
