/** The path of this build, as "/": fixed when it is built, because the Content-Security-Policy forbids `<base>`. */
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
