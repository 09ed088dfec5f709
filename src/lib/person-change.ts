const forgetters = new Set<() => void>()

/**
 * Registers how a module forgets what it keeps outside React about the person who is signed in. Called when someone
 * else signs in or no one is signed in any more.
 */
export function onPersonChange(forget: () => void): void {
  forgetters.add(forget)
}

/** Lets every registered module forget the previous person. */
export function forgetPerson(): void {
  for (const forget of forgetters) forget()
}
