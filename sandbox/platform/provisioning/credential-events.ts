import { EventEmitter } from 'node:events'
import type { IssuedPackage } from './issue-package'

/** Events about plants' credentials, emitted once the change is on disk. */
export type CredentialEvents = EventEmitter<{
  /** The plant's sessions must be closed: its credentials or its right to connect have changed. */
  ended: [plantId: string]
  issued: [issued: IssuedPackage]
  rotated: [plantId: string, hmacSecret: string]
}>

export function credentialEvents(): CredentialEvents {
  return new EventEmitter()
}
