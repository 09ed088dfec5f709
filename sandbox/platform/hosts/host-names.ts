import { isIPv6 } from 'node:net'

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
