import { usePrinting } from '@/ui/printing'
import { mediumQuery, phoneQuery, useMedia, wideQuery } from '@/ui/use-media'

/** A part of what the list states about a certificate at risk. */
export type RiskPart = 'Plant' | 'Certificate' | 'Contact' | 'Next step' | 'Lifecycle'

/** A column of the list, with its parts from top to bottom. */
export type RiskColumn = readonly [RiskPart, ...RiskPart[]]

/** One column for each part; the parts of a row become the lines of a card on phones. */
const separate: readonly RiskColumn[] = [
  ['Plant'],
  ['Certificate'],
  ['Contact'],
  ['Next step'],
  ['Lifecycle'],
]

/** Columns for a window of medium width. */
const joined: readonly RiskColumn[] = [
  ['Plant', 'Lifecycle'],
  ['Certificate'],
  ['Contact'],
  ['Next step'],
]

/** Columns for the narrowest window that has a table. */
const tight: readonly RiskColumn[] = [
  ['Plant', 'Certificate', 'Lifecycle'],
  ['Contact', 'Next step'],
]

/** Returns the columns that fit: the narrower the window, the more of them are joined, so that none is out of view. */
export function useRiskColumns(): readonly RiskColumn[] {
  const isPhone = useMedia(phoneQuery)
  const isMedium = useMedia(mediumQuery)
  const isWide = useMedia(wideQuery)
  const isPrinting = usePrinting()
  if (isPrinting || isPhone || isWide) return separate
  return isMedium ? joined : tight
}

/** Returns the heading of a column: "Plant, certificate, lifecycle". */
export function headingOf([first, ...others]: RiskColumn): string {
  return [first, ...others.map((part) => part.toLowerCase())].join(', ')
}
