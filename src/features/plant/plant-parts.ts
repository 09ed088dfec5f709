import type { PlantPart } from '@/domain/problems/problem-rules'
import { isKeyOf } from '@/lib/look-up'

/** Parts of a plant's page in tab order: path and label of each. */
export const plantParts = {
  overview: { path: '/plants/$plantId', label: 'Overview' },
  alerts: { path: '/plants/$plantId/alerts', label: 'Alerts' },
  energy: { path: '/plants/$plantId/energy', label: 'Energy' },
  security: { path: '/plants/$plantId/security', label: 'Security' },
  commands: { path: '/plants/$plantId/commands', label: 'Commands' },
} as const satisfies Record<PlantPart, { path: string; label: string }>

export function isPlantPart(name: string): name is PlantPart {
  return isKeyOf(plantParts, name)
}
