/** Returns the path to open after signing in: a known route of this application, or the start page. */
export function ownPath(
  target: string | undefined,
  isKnown: (pathname: string) => boolean,
): string {
  const origin = 'https://own.invalid'
  if (!target?.startsWith('/') || !URL.canParse(target, origin)) return '/'
  const url = new URL(target, origin)
  if (url.origin !== origin || url.pathname === '/sign-in' || !isKnown(url.pathname)) return '/'
  return url.pathname + url.search + url.hash
}
