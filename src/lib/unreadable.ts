/**
 * Values that came but could not be read. They are kept apart from missing ones: nothing may be concluded from
 * them, and wherever a person sees the value, it is called unreadable.
 */

/** An object as read. What could not be read stands in it as null, or as the fallback of a required member. */
export interface WithUnreadable {
  /** Names of the members whose values could not be read; absent when all could. */
  unreadable?: readonly string[] | undefined
}

/** A list as read. */
export interface ReadList<T> {
  items: readonly T[]
  /** How many items could not be read. */
  unreadable: number
}

/** Returns true when a member came with a value that could not be read. */
export function isUnreadable<T extends WithUnreadable>(
  { unreadable }: T,
  ...names: readonly (keyof T & string)[]
): boolean {
  return unreadable !== undefined && names.some((name) => unreadable.includes(name))
}

/** Stands for a member that `memberOf` was asked for and that is unreadable. */
export const unreadableMember = Symbol('unreadable')

/** The value of a member, or `unreadableMember`: for those who must not take its stand-in for a value. */
export function memberOf<T extends WithUnreadable, Name extends keyof T & string>(
  read: T,
  name: Name,
): T[Name] | typeof unreadableMember {
  return isUnreadable(read, name) ? unreadableMember : read[name]
}
