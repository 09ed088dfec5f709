/** Signs that someone uses the page. Focus and scrolling are not among them: a program causes them, too. */
const kinds = ['keydown', 'pointerdown', 'pointermove', 'wheel', 'touchstart', 'touchmove'] as const
/** Some aids, such as voice control, click and write without a key or a pointer. */
const kindsOfAids = ['click', 'input'] as const

/** Keys that operate a dialog. */
const dialogKeys: ReadonlySet<string> = new Set(['Tab', 'Shift', 'Enter', ' ', 'Escape'])

/** The members of an event that tell a person from a program. */
interface InputEventLike {
  type: string
  isTrusted: boolean
  key?: string
  /** True for a key that is held down, perhaps by an object on the keyboard. */
  repeat?: boolean
  screenX?: number
  screenY?: number
}

/** Calls a function for each sign of use; returns the one that ends it. */
export function watchUse(onUse: (event: Event) => void): () => void {
  let place: string | undefined
  const hear = (event: Event) => {
    const before = place
    if (event.type === 'pointermove') place = placeOf(event)
    if (isSignOfUse(event, before)) onUse(event)
  }
  const options = { capture: true, passive: true }
  for (const kind of [...kinds, ...kindsOfAids]) globalThis.addEventListener?.(kind, hear, options)
  return () => {
    for (const kind of [...kinds, ...kindsOfAids]) {
      globalThis.removeEventListener?.(kind, hear, options)
    }
  }
}

/**
 * Returns true for an event that a person caused. `placeBefore` is the pointer's place at the last move: browsers report a
 * move of a pointer at rest when the page changes below it.
 */
export function isSignOfUse(event: InputEventLike, placeBefore: string | undefined): boolean {
  if (!event.isTrusted || event.repeat === true) return false
  if (event.type !== 'pointermove') return true
  return placeBefore !== undefined && placeOf(event) !== placeBefore
}

/** Returns true for a sign of use besides a modal dialog: its keys and its pointer choose one of its buttons. */
export function isBesidesDialog({ type, key }: InputEventLike, isInside: boolean): boolean {
  if (type === 'keydown') return !dialogKeys.has(key ?? '')
  return type !== 'pointermove' && !isInside
}

function placeOf({ screenX, screenY }: InputEventLike): string {
  return `${screenX} ${screenY}`
}
