import { canonicalHost, isLoopback } from './host-names'

/** Names and addresses under which the platform responds. */
export interface OwnHosts {
  /** Returns true if a `Host` header, with or without a port, names this platform. */
  isOwn(host: string): boolean
  /** Returns true if an `Origin` header belongs to a page served under one of the names, on any port. */
  isOwnOrigin(origin: string): boolean
  /** Returns true if users may be sent to a page of an origin, with a code, by a page under the name `host`. */
  isRedirectTarget(origin: string, host: string): boolean
}

/** Any name: for a platform whose names only its network knows. Users are only sent to the name that they used, or to one of `names`. */
export function anyHost(names: readonly string[] = []): OwnHosts {
  const own = new Set(names.map(canonicalHost))
  return {
    isOwn: () => true,
    isOwnOrigin: () => true,
    isRedirectTarget: (origin, host) => {
      const target = canonicalHost(hostOf(origin) ?? '')
      return target !== null && (own.has(target) || target === canonicalHost(host))
    },
  }
}

function hostOf(origin: string): string | undefined {
  return /^https?:\/\/([^/]+)$/i.exec(origin)?.[1]
}

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
  const isOwnOrigin = (origin: string) => {
    const host = hostOf(origin)
    return host !== undefined && isOwn(host)
  }
  return { isOwn, isOwnOrigin, isRedirectTarget: isOwnOrigin }
}
