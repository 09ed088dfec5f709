/** Returns the reason why no run can be planned or started on this page; undefined when one can. */
export function whyNoRuns(): string | undefined {
  // Hashes, and locks between tabs, exist only there.
  if (globalThis.isSecureContext) return undefined
  return 'Runs need a page over HTTPS: elsewhere, the browser can’t keep two tabs from sending the same.'
}
