const forgetters = new Set<() => void>()

/** Registers a function that clears a module's data about the user: at sign-out, and before another user. */
export function onPersonChange(forget: () => void): void {
  forgetters.add(forget)
}

/** Clears the data of the previous user in every registered module. */
export function forgetPerson(): void {
  for (const forget of forgetters) forget()
}
