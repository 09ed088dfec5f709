export type Region =
  | 'central-bohemia'
  | 'north-bohemia'
  | 'south-west-bohemia'
  | 'moravia'
  | 'slovakia'
  | 'poland'
  | 'saxony'
  | 'bavaria'
  | 'austria'

export type Language = 'cs' | 'sk' | 'pl' | 'de'

/** Real town: name, latitude, longitude (WGS 84), region. */
export type Town = readonly [name: string, latitude: number, longitude: number, region: Region]

export type TownList = readonly [Town, ...Town[]]

const languages: Record<Region, Language> = {
  'central-bohemia': 'cs',
  'north-bohemia': 'cs',
  'south-west-bohemia': 'cs',
  moravia: 'cs',
  slovakia: 'sk',
  poland: 'pl',
  saxony: 'de',
  bavaria: 'de',
  austria: 'de',
}

export function languageOf(region: Region): Language {
  return languages[region]
}

/** Converts a name to capital ASCII letters and hyphens, as in link IDs such as VELVARY-MAIN. */
export function asciiTown(name: string): string {
  return name
    .normalize('NFD')
    .replace(/ł/gi, 'l')
    .replace(/ß/g, 'ss')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .replace(/[^A-Z]+/g, '-')
}
