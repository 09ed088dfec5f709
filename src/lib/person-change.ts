const forgetters = new Set<() => void>()

/**
 * Registers a function that clears the data a module keeps outside React about the signed-in user. It runs when another
 * user signs in and when the user signs out.
 */
export function onPersonChange(forget: () => void): void {
  forgetters.add(forget)
}

/** Clears the data of the previous user in every registered module. */
export function forgetPerson(): void {
  for (const forget of forgetters) forget()
}
