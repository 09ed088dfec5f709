import { canonicalHost, isLoopback } from './host-names'

/** Names and addresses under which the platform responds. */
export interface OwnHosts {
  /** Returns true if a `Host` header, with or without a port, names this platform. */
  isOwn(host: string): boolean
  /** Returns true if an `Origin` header belongs to a page served under one of the names, on any port. */
  isOwnOrigin(origin: string): boolean
}

/** Any name: for a platform whose names only its network knows. */
export const anyHost: OwnHosts = { isOwn: () => true, isOwnOrigin: () => true }

/**
 * Loopback and these names only. A web page can make its own name resolve to loopback (DNS rebinding): the browser
 * then lets it read the platform's responses, but still sends the page's name as `Host`.
 */
export function loopbackAnd(names: readonly string[]): OwnHosts {
  const own = new Set(names.map(canonicalHost))
  const isOwn = (host: string) => {
    const name = canonicalHost(host)
    return name !== null && (isLoopback(name) || own.has(name))
  }
  return {
    isOwn,
    isOwnOrigin: (origin) => {
      const host = /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]
      return host !== undefined && isOwn(host)
    },
  }
}
