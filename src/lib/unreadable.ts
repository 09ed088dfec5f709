/** Unreadable values are kept apart from missing ones: nothing may be concluded from them. */

/** An object as read. Unreadable members are null, or the fallback of a required member. */
export interface WithUnreadable {
  /** Names of the members that could not be read; absent when all could. */
  unreadable?: readonly string[] | undefined
}

/** A list as far as it could be read, and how many of its items could not. */
export interface ReadList<T> {
  items: readonly T[]
  unreadable: number
}

/** Returns true when a member was received with an unreadable value. */
export function isUnreadable<T extends WithUnreadable>(
  { unreadable }: T,
  ...names: readonly (keyof T & string)[]
): boolean {
  return unreadable !== undefined && names.some((name) => unreadable.includes(name))
}

/** Placeholder for the value of an unreadable member. */
export const unreadableMember = Symbol('unreadable')

/** Returns the value of a member, or `unreadableMember`: for callers that must not mistake a fallback for a value. */
export function memberOf<T extends WithUnreadable, Name extends keyof T & string>(
  read: T,
  name: Name,
): T[Name] | typeof unreadableMember {
  return isUnreadable(read, name) ? unreadableMember : read[name]
}
