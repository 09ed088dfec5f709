/** A part could not be loaded: the network or server is down, or a deployment removed the file. */
export class MissingCodeError extends Error {
  override readonly name = 'MissingCodeError'

  constructor(cause: unknown) {
    super('A part of Plantdeck couldn’t be loaded.', { cause })
  }
}

/** Returns true for a dynamic import whose file could not be loaded; browsers differ only in the message. */
export function isMissingCode(error: unknown): boolean {
  if (error instanceof MissingCodeError) return true
  return error instanceof TypeError && /import(ed|ing) a? ?module/i.test(error.message)
}

interface MissingCodePolicy {
  /** Reloads the page if nothing would be lost; resolves to true when only a reload can load the code. */
  judge: () => Promise<boolean>
  /** Reloads the page on request; resolves to false when the server does not respond and the page stays. */
  reload: () => Promise<boolean>
}

let policy: MissingCodePolicy = { judge: async () => false, reload: async () => false }

/** Registers the policy for missing code, once per page. */
export function setMissingCodePolicy(given: MissingCodePolicy): void {
  policy = given
}

/** Reports missing code that a user is waiting for; not for failed prefetches. Resolves like `judge`. */
export const reportMissingCode = (): Promise<boolean> => policy.judge()

/** Reloads the page on request; see `MissingCodePolicy`. */
export const reloadForMissingCode = (): Promise<boolean> => policy.reload()

/** Returns the advice to show about missing code. */
export function missingCodeAdvice(isOutdated: boolean): string {
  return isOutdated
    ? 'A new version of Plantdeck is available. Finish what you are doing, then reload the page.'
    : 'Check your connection and try again.'
}
