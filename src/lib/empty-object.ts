/**
 * Deletes everything in an object, and in the objects in it. For secrets: code that still refers to the object, such as
 * React's copy of the previous rendering, then refers to nothing.
 */
export function emptyObject(value: object): void {
  const waiting: object[] = [value]
  for (const object of waiting) {
    const members: [string, unknown][] = Object.entries(object)
    for (const [key, member] of members) {
      if (typeof member === 'object' && member !== null) waiting.push(member)
      Reflect.deleteProperty(object, key)
    }
  }
}
