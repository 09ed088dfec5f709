// Plants selected in the list, by ID. A selection changes only when the user changes it: plants that match later, or are
// sorted elsewhere, do not join it by themselves.

/** A selection of plants. */
export interface PlantSelection {
  ids: ReadonlySet<string>
  /** The plant that Shift extends from, and what was selected before; undefined while it doesn't extend. */
  extension: { anchorId: string; before: ReadonlySet<string> } | undefined
  /** The filter line whose matches were all selected; undefined after any other choice. */
  allOf: string | undefined
}

/** The parts of the list that a selection needs. */
interface Listed {
  matches: number
  /** Returns -1 for a plant that the filter hides. */
  placeOf: (plantId: string) => number
  /** Returns false for a plant that the fleet doesn't have any more. */
  isKnown: (plantId: string) => boolean
}

/** The selection of no plant. */
export const noSelection: PlantSelection = selectionOf(new Set())

/** Adds a plant, or removes it if it is selected. */
export function toggle({ ids }: PlantSelection, plantId: string): PlantSelection {
  const next = new Set(ids)
  if (!next.delete(plantId)) next.add(plantId)
  return selectionOf(next)
}

/**
 * Selects a range with the anchor at one end. Later ranges replace it, until `stopExtending`.
 * @param anchorId the plant to extend from, unless an extension has begun
 * @param rangeTo returns the plants from the anchor on
 */
export function extend(
  { ids, extension }: PlantSelection,
  anchorId: string,
  rangeTo: (anchorId: string) => Iterable<string>,
): PlantSelection {
  const current = extension ?? { anchorId, before: ids }
  const range = rangeTo(current.anchorId)
  return { ids: new Set([...current.before, ...range]), extension: current, allOf: undefined }
}

/** Keeps what is selected; the next extension begins elsewhere. */
export function stopExtending(selection: PlantSelection): PlantSelection {
  return selection.extension ? { ...selection, extension: undefined } : selection
}

/** Adds the plants on screen, or removes them if all of them are selected. */
export function togglePage({ ids }: PlantSelection, page: readonly string[]): PlantSelection {
  const next = new Set(ids)
  const isWhole = page.every((id) => ids.has(id))
  for (const id of page) {
    if (isWhole) next.delete(id)
    else next.add(id)
  }
  return selectionOf(next)
}

/** Adds every plant that matches a filter line now. */
export function selectAll(
  { ids }: PlantSelection,
  matching: Iterable<string>,
  filterLine: string,
): PlantSelection {
  return { ...selectionOf(new Set([...ids, ...matching])), allOf: filterLine }
}

function selectionOf(ids: ReadonlySet<string>): PlantSelection {
  return { ids, extension: undefined, allOf: undefined }
}

/** A selection compared with the list. */
interface SelectionReach {
  /** Selected plants that are listed, those that the filter hides, and those that are no longer in the fleet. */
  listed: number
  hidden: number
  gone: number
  /** Listed plants that aren't selected. */
  left: number
}

/** Compares a selection with the list. */
export function selectionReach({ ids }: PlantSelection, list: Listed): SelectionReach {
  let [listed, gone] = [0, 0]
  for (const id of ids) {
    if (list.placeOf(id) >= 0) listed += 1
    else if (!list.isKnown(id)) gone += 1
  }
  return { listed, gone, hidden: ids.size - listed - gone, left: list.matches - listed }
}

/** Returns true when plants match that did not when all matches were selected. */
export function hasGrownSince(
  { allOf }: PlantSelection,
  filterLine: string,
  { left }: SelectionReach,
): boolean {
  return allOf === filterLine && left > 0
}
