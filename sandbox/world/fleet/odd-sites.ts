import type { SiteKind } from './site-kinds'

/** Site with a fixed name. */
export interface NamedSite {
  name: string
  town: string
  kind: SiteKind
}

function site(name: string, town: string, kind: SiteKind): NamedSite {
  return { name, town, kind }
}

/**
 * Realistic names that break software: leading formula signs (IEC 81346 designations begin with = and +), apostrophes,
 * quotes, percent signs, slashes, and texts at the limit of 100 characters.
 */
export const oddSites: readonly NamedSite[] = [
  site('+420 Servis Brno', 'Brno', 'pv-roof'),
  site('=E1+R2 Rozvodna Přerov', 'Přerov', 'substation'),
  site('-5 °C mrazírna Říčany', 'Říčany', 'pv-roof'),
  site('@Home Resort Český Krumlov', 'Český Krumlov', 'pv-roof'),
  site("O'Brien's Pub & Brewery Plzeň – střecha", 'Plzeň', 'pv-roof'),
  site('Müller & Söhne GmbH / Halle 3 Görlitz', 'Görlitz', 'battery'),
  site('3. ZŠ Slaný – tělocvična', 'Slaný', 'pv-roof'),
  site('12 MW BESS Chomutov', 'Chomutov', 'battery'),
  site('Zakład „Śnieżka” Świdnica – magazyn nr 2', 'Świdnica', 'pv-roof'),
  site('100% Bio Farma Třebíč', 'Třebíč', 'biogas'),
  site('Vodojem Nový Jičín (náhrada za CPI-19-000412-3)', 'Nový Jičín', 'metering'),
  site(
    'Společenství vlastníků jednotek Komenského 1243/7, Ústí nad Labem-Střekov – společná výrobna, blok A',
    'Ústí nad Labem',
    'pv-roof',
  ),
  site(
    'Zemědělské obchodní družstvo Bystřice nad Pernštejnem – bioplynová stanice, sušárna a kogenerace 2',
    'Bystřice nad Pernštejnem',
    'biogas',
  ),
  site(
    'Zweckverband Wasserversorgung Bayerischer Wald – Hochbehälter Furth im Wald, PV und Batteriespeicher',
    'Furth im Wald',
    'metering',
  ),
  site("Marcel's Hofladen & Café – Zwettl", 'Zwettl', 'pv-roof'),
  site('FVE 1/2/3 Kroměříž; blok B, pole 7', 'Kroměříž', 'pv-park'),
]
