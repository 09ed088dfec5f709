/** A ref for what takes the place of the control that had the focus; it needs `tabIndex={-1}`. */
export const focusIt = (element: HTMLElement | null) => element?.focus()
