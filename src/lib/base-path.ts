/**
 * The path that this build is served below, with a slash at both ends: "/" at the root of its host. Chosen at
 * build time (`npm run build -- --base=/plantdeck/`), because a page that is opened deep inside the dashboard has
 * to find its assets without a `<base>` element, which the Content-Security-Policy forbids.
 */
export const basePath = import.meta.env.BASE_URL

/** Returns the path of the dashboard's own router for a path of this host; undefined outside the dashboard. */
export function routePath(pathname: string, base: string = basePath): string | undefined {
  const prefix = base.slice(0, -1)
  if (pathname === prefix) return '/'
  return pathname.startsWith(base) ? pathname.slice(prefix.length) : undefined
}

/** Returns the path on this host for a path of the dashboard's own router. */
export function publicPath(path: string, base: string = basePath): string {
  return base.slice(0, -1) + path
}

/**
 * Returns a name for something that all pages of this host share (storage, channels, locks): two dashboards below
 * different paths must not share a session.
 */
export function ownName(name: string, base: string = basePath): string {
  return base === '/' ? name : `${name}@${base}`
}
