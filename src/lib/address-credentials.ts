/** A parameter with a credential, also of an address in the value of another parameter, such as `redirect`. */
const credential = /(_token|([?&#]|%(3F|26|23))code)(=|%3D)/i

/** Returns true for a query and fragment with credentials that some login left there (RFC 6749, 4.1.2 and 4.2.2). */
export function hasCredentials(address: string): boolean {
  return credential.test(address)
}

let removed = ''

/** Leaves only the path of an address with credentials, also in the browser's history. */
export function removeCredentials(): void {
  if (!hasCredentials(location.href)) return
  // The answer of a sign-in by redirect, which this tab may have asked for.
  if (/\/sign-in$/.test(location.pathname) && /[?&]state=/.test(location.search)) {
    removed = location.search
  }
  history.replaceState(null, '', location.pathname)
}

/** Returns the query that was removed, once: only a sign-in by redirect uses it, and only if this tab asked for it. */
export function takeRemoved(): string {
  const query = removed
  removed = ''
  return query
}
