// Everything that the page of plants loads on demand, as one module.
export { FleetList } from './fleet-list'
export { FleetStart, isFleetReady } from './fleet-start'
export { restoreFleet } from '@/fleet/read-fleet'
