// The latest filter of the certificates page, in memory, for links back to it.
import type { CertificatesAddress } from './certificates-search'
import { onPersonChange } from '@/lib/person-change'

let latest: CertificatesAddress = {}
onPersonChange(() => {
  latest = {}
})

/** Remembers the filter of the page that is open. */
export function rememberAddress(address: CertificatesAddress): void {
  latest = address
}

/** Returns the latest filter, as search parameters of `/certificates`. */
export function latestAddress(): CertificatesAddress {
  return latest
}
