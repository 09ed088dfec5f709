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

/** Place on a plant's page that offers an action. */
type ActionPlace = 'header' | 'security' | 'edit'

const actionPlaces = {
  edit: 'header',
  move: 'edit',
  suspend: 'header',
  reactivate: 'header',
  revoke: 'header',
  delete: 'header',
  provision: 'security',
  download: 'security',
  'rotate-secret': 'security',
  'mqtt-token': 'security',
} as const satisfies Record<PlantAction, ActionPlace>

/** The actions that one place offers, so that a new one can't be forgotten there. */
export type ActionAt<Place extends ActionPlace> = {
  [Action in PlantAction]: (typeof actionPlaces)[Action] extends Place ? Action : never
}[PlantAction]
