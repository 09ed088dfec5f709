import type { ListPlantsQuery } from '@/api/plant-schemas'

/** What the URL of the list says. */
export interface PlantsSearch extends ListPlantsQuery {
  /** The New plant dialog is open. */
  create?: true | undefined
}
