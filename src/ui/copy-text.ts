/** Copies text, also on plain http (a plant's own network), where the clipboard API is missing. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyBySelection(text)
  }
}

function copyBySelection(text: string): boolean {
  const focused = document.activeElement
  const area = document.createElement('textarea')
  area.value = text
  area.readOnly = true
  area.setAttribute('aria-hidden', 'true')
  area.style.cssText = 'position:fixed;opacity:0'
  // Next to the focused element: a dialog's focus trap would reclaim the focus from the body.
  const parent = focused?.parentElement ?? document.body
  parent.append(area)
  area.select()
  try {
    // oxlint-disable-next-line typescript/no-deprecated -- the only way on plain http
    return document.execCommand('copy')
  } catch {
    return false
  } finally {
    area.remove()
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true })
  }
}
