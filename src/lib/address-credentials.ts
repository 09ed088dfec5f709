/** A parameter with a credential, also of an address in the value of another parameter, such as `redirect`. */
const credential = /(_token|([?&#]|%(3F|26|23))code)(=|%3D)/i

/** Returns true for a query and fragment with credentials that some login left there (RFC 6749, 4.1.2 and 4.2.2). */
export function hasCredentials(address: string): boolean {
  return credential.test(address)
}

/** Leaves only the path of an address with credentials, also in the browser's history. They are never used. */
export function removeCredentials(): void {
  if (hasCredentials(location.href)) history.replaceState(null, '', location.pathname)
}
