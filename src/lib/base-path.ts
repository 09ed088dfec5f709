/**
 * The base path of this build, with a leading and a trailing slash: "/" at the root of its host. It is fixed at build
 * time (`npm run build -- --base=/plantdeck/`) because a page opened deep inside the dashboard must find its assets
 * without a `<base>` element, which the Content-Security-Policy forbids.
 */
export const basePath = import.meta.env.BASE_URL

/** Converts a path on this host to a router path; undefined outside the dashboard. */
export function routePath(pathname: string, base: string = basePath): string | undefined {
  const prefix = base.slice(0, -1)
  if (pathname === prefix) return '/'
  return pathname.startsWith(base) ? pathname.slice(prefix.length) : undefined
}

/** Converts a router path to a path on this host. */
export function publicPath(path: string, base: string = basePath): string {
  return base.slice(0, -1) + path
}

/** Returns a name for storage, channels and locks, which dashboards under other paths on this host must not share. */
export function ownName(name: string, base: string = basePath): string {
  return base === '/' ? name : `${name}@${base}`
}
