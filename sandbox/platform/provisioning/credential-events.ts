import { EventEmitter } from 'node:events'
import type { IssuedPackage } from './issue-package'

/** What happens to plants' credentials, told once it is on disk. */
export type CredentialEvents = EventEmitter<{
  /** The plant may not go on with what it is connected with. */
  ended: [plantId: string]
  issued: [issued: IssuedPackage]
  rotated: [plantId: string, hmacSecret: string]
}>

/** A place to tell and to hear it. */
export function credentialEvents(): CredentialEvents {
  return new EventEmitter()
}
