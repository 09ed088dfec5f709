/**
 * Returns true for text that a spreadsheet may run as a formula: it skips invisible characters at the start and treats
 * full-width signs as plain ones.
 */
export function isFormula(text: string): boolean {
  // The usual case: normalizing every cell would take a third of an export's time.
  if (/^[a-z\d]/i.test(text)) return false
  return /^[\s\p{C}]*[=+\-@]|^[\s\p{C}]*[\t\r]/u.test(text.normalize('NFKC'))
}
