import type { PlantDetail } from '@/api/plant-schemas'

/** Labels of a plant's members on its page; the contract's `PlantDetail` lists them all. */
const words: Record<Exclude<keyof PlantDetail, 'unreadable'>, string> = {
  id: 'ID',
  name: 'name',
  serialNumber: 'serial number',
  type: 'type',
  status: 'connection',
  lifecycleStatus: 'lifecycle',
  authMethod: 'authentication method',
  authFailureCount: 'number of authentication failures',
  lastAuthFailureAt: 'last authentication failure',
  lastSeenAt: 'last seen',
  activatedAt: 'activation',
  certificateExpiresAt: 'certificate expiry',
  certificateFingerprint: 'certificate fingerprint',
  certificateSerialNumber: 'certificate serial number',
  secretRotatedAt: 'secret rotation',
  organizationId: 'organization ID',
  templateId: 'template ID',
  template: 'template',
  metadata: 'metadata',
  createdAt: 'creation',
  updatedAt: 'last change',
  alerts: 'alerts',
  plantGroups: 'groups',
  latitude: 'latitude',
  longitude: 'longitude',
  capacityKwh: 'battery capacity',
  fvePeakPowerKwp: 'peak power',
  plantWithLoad: 'with load',
  externalPlantId: 'external plant ID',
  esiState: 'ESI state',
  configEnabled: 'config enabled',
  description: 'description',
  tag: 'tag',
}

/** Returns the label of a plant's member for use within a sentence. */
export function wordsForMember(name: string): string {
  return Object.entries(words).find(([member]) => member === name)?.[1] ?? name
}
