import type { Random } from './random'
import type { SiteKind } from './site-kinds'
import { firms, qualifiers, sitePatterns, streets } from './site-words'
import { languageOf, type Language, type Town } from './town'

/** Limit of a plant's name in the contract. */
const maxNameLength = 100

// Plain names run out above this number of sites; a real fleet of that size uses addresses.
const crowdedFrom = 1500

export const descriptions: Record<Language, readonly [string, ...string[]]> = {
  cs: [
    'Přístup po ohlášení na vrátnici, klíč č. 14.',
    'Smlouva o připojení na dobu určitou do konce příštího roku.',
    'Řídicí skříň R1 ve strojovně; signál LTE slabý, anténa na střeše.',
  ],
  sk: ['Záložný zdroj pre vodáreň, nevypínať bez súhlasu dispečingu.', 'Kľúče u správcu areálu.'],
  pl: [
    'Inwerter w piwnicy, brak zasięgu LTE – antena zewnętrzna.',
    'Dostęp tylko z ochroną obiektu.',
  ],
  de: [
    'Nach Umbau neu in Betrieb genommen, Wandler getauscht.',
    'Zufahrt nur über den Feldweg (Süd).',
  ],
}

/** Returns a plant's name from its place and kind, in the local language. */
export function siteName(kind: SiteKind, town: Town, index: number, random: Random): string {
  const language = languageOf(town[3])
  const base = random
    .pick(sitePatterns[language][kind])
    .replace('{t}', town[0])
    .replace('{f}', random.pick(firms[language]))
  const name = base + suffix(language, index >= crowdedFrom, random)
  return name.length <= maxNameLength ? name : base
}

function suffix(language: Language, isCrowded: boolean, random: Random): string {
  if (isCrowded || random.chance(0.15)) {
    const number = random.integer(1, isCrowded ? 1999 : 120)
    const part = random.chance(0.3) ? `/${random.integer(1, 30)}` : ''
    return ` – ${random.pick(streets[language])} ${number}${part}`
  }
  return random.chance(0.6) ? random.pick(qualifiers[language]) : ''
}
