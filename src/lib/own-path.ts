import { personAlias } from './person-alias'

/** Returns a path for `ownPath` to which only this user returns; without a user, anyone does. */
export function pathOfUser(path: string, username: string | undefined): string {
  return username === undefined ? path : personAlias(username) + path
}

/**
 * Returns the path to open after a user has signed in: a known route of this application that isn't another user's, or the
 * start page.
 */
export function ownPath(
  target: string | undefined,
  username: string,
  isKnown: (pathname: string) => boolean,
): string {
  const origin = 'https://own.invalid'
  const alias = personAlias(username)
  const path = target?.startsWith(alias) ? target.slice(alias.length) : target
  if (!path?.startsWith('/') || !URL.canParse(path, origin)) return '/'
  const url = new URL(path, origin)
  if (url.origin !== origin || url.pathname === '/sign-in' || !isKnown(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
