/** Returns true for text that a spreadsheet may run as a formula, also behind invisible or full-width characters. */
export function isFormula(text: string): boolean {
  // The usual case: normalizing every cell would take a third of an export's time.
  if (/^[a-z\d]/i.test(text)) return false
  return /^[\s\p{C}]*[=+\-@]|^[\s\p{C}]*[\t\r]/u.test(text.normalize('NFKC'))
}
