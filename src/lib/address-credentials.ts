/** A parameter with a credential, also of an address in the value of another parameter, such as `redirect`. */
const credential = /(_token|([?&#]|%(3F|26|23))code)(=|%3D)/i

/** Returns true for a query and fragment with credentials that some login left there (RFC 6749, 4.1.2 and 4.2.2). */
export function hasCredentials(address: string): boolean {
  return credential.test(address)
}

let removed = ''

/** Removes a query or fragment with credentials, also from the browser's history. */
export function removeCredentials(): void {
  if (!hasCredentials(location.href)) return
  // The answer of a sign-in by redirect, which this tab may have asked for.
  if (location.pathname.endsWith('/sign-in') && /[?&]state=/.test(location.search)) {
    removed = location.search
  }
  const query = hasCredentials(location.search) ? '' : location.search
  history.replaceState(null, '', location.pathname + query)
}

/** Returns the query that was removed, once: only a sign-in by redirect uses it, and only if this tab asked for it. */
export function takeRemoved(): string {
  const query = removed
  removed = ''
  return query
}
