// Plants with newly issued credentials, and the evidence of it. Contains times, counts and certificates, no secrets.
// Outside React, because watching starts in a dialog and continues after it closes.
import { useSyncExternalStore } from 'react'
import type { PlantDetail } from '@/api/plant-schemas'
import { certificateChange, certificateFactsOf } from '@/domain/certificates/certificate-change'
import {
  type ContactWatch,
  contactState,
  observe,
  startWatch,
} from '@/domain/credentials/first-contact'
import type { RenewalProof } from '@/domain/renewals/renewal-evidence'
import { createListeners } from '@/lib/listeners'
import { onPersonChange } from '@/lib/person-change'
import { deviceNow, toServerTime } from '@/lib/server-clock'

export interface WatchedPlant extends ContactWatch {
  /** Evidence of the renewal; its `contactAtMs` is the first contact with the new credentials. */
  proof: RenewalProof
  /** True when the user no longer waits; the evidence stays. */
  isStopped: boolean
}

const watches = new Map<string, WatchedPlant>()
const listeners = createListeners()

/** Starts with the plant as it was confirmed, read at `readAtMs` (Unix ms, server's clock). */
export function watchForContact(before: PlantDetail, readAtMs: number): void {
  const { id: plantId, name, serialNumber } = before
  const proof: RenewalProof = {
    plantId,
    name,
    serialNumber,
    before: certificateFactsOf(before),
    beforeReadAtMs: readAtMs,
    after: undefined,
    afterReadAtMs: undefined,
    contactAtMs: undefined,
  }
  watches.set(plantId, { ...startWatch(before, deviceNow()), proof, isStopped: false })
  listeners.notify()
}

/** Updates a watch with a reading of its plant at `readAtMs` (Unix ms, device's clock) until the first contact. */
export function noteContactReading(plantId: string, plant: PlantDetail, readAtMs: number): void {
  const known = watches.get(plantId)
  if (!known || known.proof.contactAtMs !== undefined || readAtMs < known.sinceMs) return
  const watch = { ...known, ...observe(known, plant, readAtMs) }
  const state = contactState(watch, plant)
  const proof = withCertificate(known.proof, plant, readAtMs)
  watches.set(plantId, {
    ...watch,
    proof: state.kind === 'contact' ? { ...proof, contactAtMs: state.atMs } : proof,
  })
  listeners.notify()
}

/** The first reading that shows the new certificate is the evidence; later ones may show yet another. */
function withCertificate(proof: RenewalProof, plant: PlantDetail, readAtMs: number): RenewalProof {
  if (proof.after || certificateChange(proof.before, plant) !== 'changed') return proof
  return { ...proof, after: certificateFactsOf(plant), afterReadAtMs: toServerTime(readAtMs) }
}

/** Ends the waiting; the evidence of the renewal stays. */
export function stopWatching(plantId: string): void {
  const known = watches.get(plantId)
  if (!known) return
  watches.set(plantId, { ...known, isStopped: true })
  listeners.notify()
}

onPersonChange(() => {
  watches.clear()
  listeners.notify()
})

export function useContactWatch(plantId: string): WatchedPlant | undefined {
  return useSyncExternalStore(listeners.add, () => watches.get(plantId))
}
