/** Actions on one plant, named after the last segment of their endpoints where there is one. */
export const plantActions = [
  'edit',
  'move',
  'suspend',
  'reactivate',
  'revoke',
  'delete',
  'provision',
  'download',
  'rotate-secret',
  'mqtt-token',
] as const
export type PlantAction = (typeof plantActions)[number]
