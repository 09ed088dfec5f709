/** Whether a text has the shape of a UUID; versions are not checked, as plants may come from elsewhere. */
export function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text)
}
