import { Random } from './random'
import type { SeedGroup } from './seed-records'
import type { Region } from './town'
import { dayMs } from '@/lib/instants'

const regionGroups: Record<Region, readonly [name: string, description: string | null]> = {
  'central-bohemia': ['Praha a střední Čechy', 'Výjezdy: servis Kladno'],
  'north-bohemia': ['Severní a východní Čechy', 'Výjezdy: servis Žatec'],
  'south-west-bohemia': ['Jižní a západní Čechy', 'Výjezdy: servis Písek'],
  moravia: ['Morava a Slezsko', 'Výjezdy: servis Brno, +420 511 205 118'],
  slovakia: ['Slovensko', null],
  poland: ['Śląsk i Małopolska', 'Serwis: Opole'],
  saxony: ['Sachsen', null],
  bavaria: ['Bayern', null],
  austria: ['Österreich', 'Servicepartner Linz'],
}

const otherGroups = {
  municipal: ['Komunální energetika', 'Obce, školy a úřady s jednou rámcovou smlouvou'],
  dairies: ['Mlékárny Vysočina a.s.', 'Zákazník se smlouvou o dostupnosti 99,5 %'],
  balancing: ['Pilot: aFRR s bateriemi', 'Podpůrné služby, baterie od 500 kWh'],
  sharing: ['Pilot: sdílení elektřiny', 'Energetické společenství, vyhodnocení po 15 minutách'],
} as const

/** Groups that are not regions: customers and pilot programs. */
type OtherGroup = keyof typeof otherGroups

/** Groups of a fleet, with functions that find the groups of a plant. */
export interface GroupSet {
  groups: SeedGroup[]
  ofRegion: (region: Region) => string
  named: (group: OtherGroup) => string
}

/** Creates the regions, customers and pilot programs of one organization. */
export function seedGroups(seed: number, now: Date): GroupSet {
  const random = new Random(seed, -1)
  const ids = new Map<string, string>()
  const all = [...Object.entries(regionGroups), ...Object.entries(otherGroups)]
  const groups = all.map(([key, [name, description]]) => {
    const id = random.uuid()
    ids.set(key, id)
    const createdAgoMs = random.between(200, 2100) * dayMs
    const createdAt = new Date(now.getTime() - createdAgoMs).toISOString()
    const updatedAt = new Date(now.getTime() - createdAgoMs * random.fraction()).toISOString()
    return { id, name, description, createdAt, updatedAt }
  })
  const find = (key: string) => {
    const id = ids.get(key)
    if (!id) throw new RangeError(`no group ${key}`)
    return id
  }
  return { groups, ofRegion: find, named: find }
}
