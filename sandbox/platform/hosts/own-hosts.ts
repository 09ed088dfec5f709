import { isIPv6 } from 'node:net'

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

/** Returns true if a host is reachable only from this machine. */
export function isLoopback(host: string): boolean {
  return /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/.test(canonicalHost(host) ?? '')
}

/**
 * Returns a host as URLs contain it: in lower case, without a port, an IPv6 address in its shortest form and in
 * brackets. Returns null for text that is not a host.
 */
export function canonicalHost(text: string): string | null {
  const url = `http://${isIPv6(text) ? `[${text}]` : text}`
  return /^[\w.:[\]-]+$/.test(text) && URL.canParse(url) ? new URL(url).hostname : null
}
