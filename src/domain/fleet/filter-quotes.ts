// Quotation marks in a filter's text.

/** Returns a text in quotation marks. */
export function quote(text: string): string {
  return `"${text.replaceAll(/["\\]/g, String.raw`\$&`)}"`
}

/** Returns a value as it is written after a field, in quotation marks if it needs them. */
export function printValue(value: string): string {
  return value !== '' && !/[\s",\\]/.test(value) ? value : quote(value)
}
