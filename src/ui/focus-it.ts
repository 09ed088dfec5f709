/** A ref callback for an element that replaces the focused control; the element needs `tabIndex={-1}`. */
export function focusIt(element: HTMLElement | null): void {
  element?.focus({ preventScroll: true })
  element?.scrollIntoView({ block: 'start' })
}
