/** Returns true for text in UUID format; versions are not checked, because IDs may come from other systems. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
