// Plain rules of the fleet's list over the API's own JSON, with which tests compare what the page shows.
import type { Page } from '@playwright/test'
import { dayMs, hourMs } from './instants'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

/** A plant as the API sends it. */
export interface ApiPlant {
  id: string
  name: string
  serialNumber: string
  type: string
  status: string
  lifecycleStatus: string
  authMethod: string
  authFailureCount: number
  lastAuthFailureAt: string | null
  lastSeenAt: string | null
  createdAt: string
  certificateExpiresAt: string | null
  certificateFingerprint: string | null
  template: { name: string } | null
  metadata: Record<string, Json> | null
}

/** Collects what the page reads from the API, 100 plants at a time; of several readings, the latest. */
export function collectPlants(page: Page): () => Promise<{ plants: ApiPlant[]; source: string }> {
  const pages: Promise<string | null>[] = []
  page.on('response', (response) => {
    const isPage = response.url().includes('/plants?') && response.url().includes('limit=100')
    // The page may be left before a response was read.
    if (isPage && response.ok()) pages.push(response.text().catch(() => null))
  })
  return async () => {
    const texts = (await Promise.all(pages)).filter((text) => text !== null)
    const all = texts.flatMap((text) => (JSON.parse(text) as { data: ApiPlant[] }).data)
    const plants = [...new Map(all.map((plant) => [plant.id, plant])).values()]
    return { plants, source: texts.join('\n') }
  }
}

/** Folds what the seeded names contain: accents, and the letters and dashes that Unicode doesn't decompose. */
export const fold = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('ł', 'l')
    .replaceAll('ß', 'ss')
    .replaceAll('–', '-')

/** Returns every value of a plant's metadata, at any depth. */
function leavesOf(value: Json): string[] {
  if (value === null) return []
  if (typeof value !== 'object') return [String(value)]
  return Object.values(value).flatMap(leavesOf)
}

/** Returns true for a plant that contains every word; fingerprints match with and without colons. */
export function hasWords(plant: ApiPlant, text: string): boolean {
  const lines = [plant.name, plant.serialNumber, plant.id, ...leavesOf(plant.metadata)].map(fold)
  const digits = (plant.certificateFingerprint ?? '').replaceAll(':', '').toLowerCase()
  return fold(text)
    .split(' ')
    .every((word) => {
      const hex = word.replaceAll(':', '')
      const isNumber = hex.length >= 6 && /^[0-9a-f]+$/.test(hex)
      return lines.some((line) => line.includes(word)) || (isNumber && digits.includes(hex))
    })
}

const capitalized = (word: string) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`

/** The shortest time that fits, by its label. */
const bucketOf = (ms: number, buckets: readonly (readonly [number, string])[]) =>
  buckets.find(([withinMs]) => ms <= withinMs)?.[1] ?? ''

const expiries = [
  [0, 'Expired'],
  [7 * dayMs, 'Expires within 7 days'],
  [30 * dayMs, 'Expires in 7 to 30 days'],
  [90 * dayMs, 'Expires in 30 to 90 days'],
  [Infinity, 'Valid for over 90 days'],
] as const
const contacts = [
  [hourMs, 'Within an hour'],
  [dayMs, 'An hour to a day ago'],
  [7 * dayMs, 'A day to a week ago'],
  [Infinity, 'Over a week ago'],
] as const

function certificateLabel(plant: ApiPlant, nowMs: number): string {
  const { certificateExpiresAt, authMethod, lifecycleStatus } = plant
  if (certificateExpiresAt === null) return 'No certificate'
  if (authMethod !== 'MTLS') return 'Not used'
  if (['REVOKED', 'DECOMMISSIONED'].includes(lifecycleStatus)) return capitalized(lifecycleStatus)
  return bucketOf(Date.parse(certificateExpiresAt) - nowMs, expiries)
}

/** Labels of a plant by the title of the facet; '' for a metadata key that it doesn't have. */
type Facets = Record<string, (plant: ApiPlant) => string>

/** Returns the facets of a fleet at a time (Unix ms): metadata keys have 2 to 60 values. */
export function facetsOf(plants: readonly ApiPlant[], nowMs: number): Facets {
  const facets: Facets = {
    Connection: ({ status }) => capitalized(status),
    Certificate: (plant) => certificateLabel(plant, nowMs),
    'Last seen': ({ lastSeenAt }) =>
      lastSeenAt === null ? 'Never connected' : bucketOf(nowMs - Date.parse(lastSeenAt), contacts),
    Lifecycle: ({ lifecycleStatus }) => capitalized(lifecycleStatus),
    Type: ({ type }) => capitalized(type),
    'Authentication method': ({ authMethod }) =>
      authMethod === 'MTLS' ? authMethod : capitalized(authMethod),
    Template: ({ template }) => template?.name ?? 'Not given',
  }
  for (const key of new Set(plants.flatMap(({ metadata }) => Object.keys(metadata ?? {})))) {
    const labelOf = ({ metadata }: ApiPlant) => {
      const value = metadata?.[key] ?? ''
      return typeof value === 'object' ? '' : String(value)
    }
    const values = new Set(plants.map(labelOf).filter(Boolean))
    if (values.size >= 2 && values.size <= 60) facets[key] = labelOf
  }
  return facets
}

/** Ticked labels by the title of the facet. */
type Ticks = Record<string, readonly string[]>

/** Returns the plants that have one of the ticked labels of each facet, and every word of a text. */
export function matching(
  plants: readonly ApiPlant[],
  facets: Facets,
  ticks: Ticks,
  text = '',
): ApiPlant[] {
  const found = text === '' ? plants : plants.filter((plant) => hasWords(plant, text))
  return found.filter((plant) =>
    Object.entries(ticks).every(([title, labels]) => labels.includes(facets[title]?.(plant) ?? '')),
  )
}

/** Returns for each facet how many plants each label would leave if only the other facets were ticked. */
export function countsOf(
  plants: readonly ApiPlant[],
  facets: Facets,
  ticks: Ticks,
  text = '',
): Record<string, Record<string, number>> {
  const counts: Record<string, Record<string, number>> = {}
  const found = matching(plants, facets, {}, text)
  for (const [title, labelOf] of Object.entries(facets)) {
    const labels = new Set(plants.map(labelOf).filter(Boolean))
    const own: Record<string, number> = Object.fromEntries(
      Array.from(labels, (label) => [label, 0]),
    )
    const others = Object.fromEntries(Object.entries(ticks).filter(([other]) => other !== title))
    for (const plant of matching(found, facets, others)) {
      const label = labelOf(plant)
      if (label !== '') own[label] = (own[label] ?? 0) + 1
    }
    counts[title] = own
  }
  return counts
}
