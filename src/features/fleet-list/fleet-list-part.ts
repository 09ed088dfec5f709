import { codePart } from '@/lib/code-part'

/** The list of the fleet, loaded once the server's page is painted. */
export const fleetListPart = codePart(() => import('./fleet-list-code'))
