// The library needs the metadata polyfill in place before it is loaded, so it is imported from here only.
import 'reflect-metadata'
import * as x509 from '@peculiar/x509'

x509.cryptoProvider.set(globalThis.crypto)

export { x509 }
