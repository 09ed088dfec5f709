import { codePart } from '@/lib/code-part'

/** The list of the fleet, loaded once the server's page is painted, or at once when this device has the fleet. */
export const fleetListPart = codePart(() => import('./fleet-list-code'))
