import type { PlantPart } from '@/domain/status/plant-problems'

/** The parts of a plant's page in the order of their tabs: address and name of each. */
export const plantParts = {
  overview: { path: '/plants/$plantId', label: 'Overview' },
  alerts: { path: '/plants/$plantId/alerts', label: 'Alerts' },
  energy: { path: '/plants/$plantId/energy', label: 'Energy' },
  security: { path: '/plants/$plantId/security', label: 'Security' },
} as const satisfies Record<PlantPart, { path: string; label: string }>

/** Returns true for the name of a part. */
export function isPlantPart(name: string): name is PlantPart {
  return Object.hasOwn(plantParts, name)
}
