import type { Random } from './random'
import type { SiteKind, SiteSize } from './site-kinds'
import { languageOf, type Language, type Town } from './town'

type Texts = readonly [string, ...string[]]

const controllers: readonly [readonly [string, string], ...(readonly [string, string])[]] = [
  ['Teco', 'Foxtrot 2 CP-2091'],
  ['WAGO', 'PFC200 750-8212'],
  ['Unipi', 'Patron L527'],
  ['Siemens', 'SIMATIC S7-1214C'],
  ['Phoenix Contact', 'AXC F 2152'],
  ['Beckhoff', 'CX7000'],
]

const inverters: Texts = [
  'Huawei SUN2000-100KTL',
  'Fronius Tauro 50',
  'SolarEdge SE90K',
  'GoodWe GW50K-ET',
  'SMA STP 110-60',
  'Victron Quattro-II',
]

const gridOperators: Record<Language, Texts> = {
  cs: ['ČEZ Distribuce', 'EG.D', 'PREdistribuce'],
  sk: [
    'Západoslovenská distribučná',
    'Stredoslovenská distribučná',
    'Východoslovenská distribučná',
  ],
  pl: ['TAURON Dystrybucja', 'PGE Dystrybucja'],
  de: ['Bayernwerk Netz', 'SachsenNetze', 'Netz NÖ', 'Netz OÖ'],
}

const people: Record<Language, Texts> = {
  cs: ['Jiří Dvořák', 'Petra Říhová', 'Tomáš Žůrek', 'Ing. Věra Šťastná', 'Zdeněk Ďurica'],
  sk: ['Ľubomír Kováč', 'Zuzana Hrušková', 'Štefan Ďuriš'],
  pl: ['Łukasz Wójcik', 'Małgorzata Zając', 'Paweł Gołąb'],
  de: ['Jürgen Weiß', 'Käthe Böhm', 'Franz Höllerer', 'Anna-Lena Groß'],
}

const dialling: Record<Language, string> = { cs: '+420', sk: '+421', pl: '+48', de: '+49' }
const installers: Texts = [
  'Elektro Hrubeš s.r.o.',
  'SolarMont CZ',
  'ENERGO-PLUS',
  'Fotowolt Sp. z o.o.',
  'Haustechnik Moser',
  'vlastní',
]
const tariffs: Texts = ['spot', 'C02d', 'C25d', 'VN – 15 min', 'B23', 'Direktvermarktung']

/**
 * Returns the JSON text of a plant's metadata as people and installers enter it: from an empty object to nested ranges.
 * Metering point numbers (an EAN has 18 digits) are numbers that exceed the precision of a double.
 */
export function siteMetadata(kind: SiteKind, size: SiteSize, town: Town, random: Random): string {
  if (random.chance(0.05)) return '{}'
  const language = languageOf(town[3])
  const [vendor, model] = random.pick(controllers)
  const metadata: Record<string, unknown> = {
    vendor,
    model,
    firmware: `${random.integer(1, 4)}.${random.integer(0, 19)}.${random.integer(0, 9)}`,
  }
  if (random.chance(0.7)) metadata.installer = random.pick(installers)
  if (random.chance(0.6)) {
    metadata.grid = {
      operator: random.pick(gridOperators[language]),
      tariff: random.pick(tariffs),
      breakerA: random.pick([25, 40, 63, 160, 400]),
    }
  }
  if (random.chance(0.4)) metadata.contact = contact(language, random)
  if (size.fvePeakPowerKwp !== null && random.chance(0.6)) {
    metadata.inverters = strings(random)
    metadata.tilt = {
      minDeg: random.integer(5, 12),
      maxDeg: random.integer(25, 40),
      azimuth: random.pick(['S', 'SW', 'E–W']),
    }
  }
  if (size.capacityKwh !== null) {
    metadata.soc = {
      min: random.integer(5, 20),
      max: random.integer(85, 100),
      reserve: { winter: 30, summer: 10 },
    }
  }
  if (kind === 'charging') metadata.points = random.integer(2, 24)
  if (random.chance(0.12))
    metadata.notes = ['klíče na vrátnici', '⚠ pes', 'vjezd zezadu'].slice(random.integer(0, 2))
  if (random.chance(0.1)) metadata.commissioned = null
  return withMeter(JSON.stringify(metadata), language, random)
}

function contact(language: Language, random: Random): Record<string, string> {
  const digits = random.digits(9).replace(/^./, '7')
  const phone = `${dialling[language]} ${digits.slice(0, 3)} ${digits.slice(3, 6)} ${digits.slice(6)}`
  return { name: random.pick(people[language]), phone }
}

function strings(random: Random): unknown[] {
  const model = random.pick(inverters)
  return Array.from({ length: random.integer(1, 4) }, (_, at) => ({
    id: `INV${at + 1}`,
    model,
    strings: random.integer(2, 12),
  }))
}

// Key and leading digits of a metering point number, and the count of the remaining digits.
const meterNumbers: Record<Language, readonly [key: string, start: string, digits: number]> = {
  cs: ['eanOpm', '859182400', 9],
  sk: ['meterId', '9', 18],
  pl: ['ppe', '590543', 12],
  de: ['meterId', '9', 18],
}

// JSON.stringify cannot write such a number, so it is inserted as text.
function withMeter(text: string, language: Language, random: Random): string {
  if (!random.chance(0.25)) return text
  const [key, start, digits] = meterNumbers[language]
  return `${text.slice(0, -1)},"${key}":${start}${random.digits(digits)}}`
}
