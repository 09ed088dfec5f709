/** What can be asked of one plant, by the last word of its endpoint where it has one. */
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
/** One of them. */
export type PlantAction = (typeof plantActions)[number]
