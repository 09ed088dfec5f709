// Plain rules of the orders of the fleet's list, with which tests compare what the page shows.
import { dayMs } from './instants'
import { type ApiPlant, facetsOf, fold } from './plain-fleet'

type SortValue = string | number | undefined

const instant = (text: string | null) => (text === null ? undefined : Date.parse(text))

/** Returns what each column sorts by, under its heading, at a time (Unix ms). */
export function sortValuesAt(nowMs: number): Record<string, (plant: ApiPlant) => SortValue> {
  return {
    Name: ({ name }) => fold(name),
    'Needs attention': (plant) => urgencyAt(plant, nowMs),
    'Serial number': ({ serialNumber }) => fold(serialNumber),
    Connection: ({ status }) => fold(status),
    Lifecycle: ({ lifecycleStatus }) => fold(lifecycleStatus),
    Certificate: (plant) =>
      isCertificateUsed(plant) ? instant(plant.certificateExpiresAt) : undefined,
    'Last seen': ({ lastSeenAt }) => instant(lastSeenAt),
    'Auth failures': ({ authFailureCount }) => authFailureCount,
    Type: ({ type }) => fold(type),
    'Auth method': ({ authMethod }) => fold(authMethod),
    Template: ({ template }) => (template === null ? undefined : fold(template.name)),
    Created: ({ createdAt }) => instant(createdAt),
  }
}

/** Sorts plants: without a value last in both directions, and with the same value by ID. */
export function sorted(
  plants: readonly ApiPlant[],
  valueOf: (plant: ApiPlant) => SortValue,
  isDescending = false,
): ApiPlant[] {
  const rows = plants.map((plant) => ({ plant, value: valueOf(plant) }))
  rows.sort((a, b) => {
    if (a.value === b.value) return a.plant.id < b.plant.id ? -1 : 1
    if (a.value === undefined) return 1
    if (b.value === undefined) return -1
    return a.value < b.value === isDescending ? 1 : -1
  })
  return rows.map(({ plant }) => plant)
}

const isCertificateUsed = ({ authMethod, lifecycleStatus }: ApiPlant) =>
  authMethod === 'MTLS' && !['REVOKED', 'DECOMMISSIONED'].includes(lifecycleStatus)

/** The first problem that a plant has, then the earliest time of it; undefined for none. */
function urgencyAt(plant: ApiPlant, nowMs: number): number | undefined {
  const { status, lifecycleStatus, authFailureCount } = plant
  const seen = instant(plant.lastSeenAt)
  const failed = instant(plant.lastAuthFailureAt) ?? Number.NaN
  const silentMs = seen === undefined ? 0 : nowMs - seen
  const certificate = facetsOf([], nowMs).Certificate?.(plant)
  const isNew = lifecycleStatus === 'PROVISIONED' && seen === undefined
  const isWaiting = lifecycleStatus === 'PENDING' && certificate === 'No certificate'
  const isAtRest = !['PROVISIONED', 'ACTIVE'].includes(lifecycleStatus)
  const isOffline = status === 'OFFLINE' && !isNew
  const isFailing =
    authFailureCount > 0 && (nowMs - failed < 7 * dayMs || failed > (seen ?? Infinity))
  const problems: readonly [boolean, string | null][] = [
    [!isAtRest && certificate === 'Expired', plant.certificateExpiresAt],
    [!isAtRest && isOffline && silentMs > dayMs, plant.lastSeenAt],
    [!isAtRest && certificate === 'Expires within 7 days', plant.certificateExpiresAt],
    [!isAtRest && isOffline, plant.lastSeenAt],
    [isAtRest && ['ONLINE', 'DEGRADED'].includes(status), plant.lastSeenAt],
    [!isAtRest && isFailing, plant.lastAuthFailureAt],
    [!isAtRest && status === 'ONLINE' && silentMs > 2 * dayMs, plant.lastSeenAt],
    [!isAtRest && status === 'DEGRADED' && !isNew, plant.lastSeenAt],
    [!isAtRest && silentMs > 2 * dayMs, plant.lastSeenAt],
    [!isAtRest && certificate === 'Expires in 7 to 30 days', plant.certificateExpiresAt],
    [isNew, plant.createdAt],
    [isWaiting, plant.createdAt],
  ]
  const place = problems.findIndex(([isMet]) => isMet)
  if (place < 0) return undefined
  // More than any instant of this century.
  return place * 1e13 + (instant(problems[place]?.[1] ?? null) ?? 0)
}
