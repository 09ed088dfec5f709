import type { PlantPart } from '@/domain/status/plant-problems'

/** Where each part of a plant's page is, in the order of its tabs. */
export const partPaths = {
  overview: '/plants/$plantId',
  alerts: '/plants/$plantId/alerts',
  energy: '/plants/$plantId/energy',
  security: '/plants/$plantId/security',
} as const satisfies Record<PlantPart, string>

export const partLabels: Record<PlantPart, string> = {
  overview: 'Overview',
  alerts: 'Alerts',
  energy: 'Energy',
  security: 'Security',
}
