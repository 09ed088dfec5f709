/** A part of the application did not arrive: the network or the server is down, or a deploy removed the file. */
export class MissingCodeError extends Error {
  override readonly name = 'MissingCodeError'

  constructor(cause: unknown) {
    super('A part of Plantdeck could not be loaded.', { cause })
  }
}

/** Returns true for the failure of a dynamic import whose file did not arrive; browsers only differ in their words. */
export function isMissingCode(error: unknown): boolean {
  if (error instanceof MissingCodeError) return true
  return error instanceof TypeError && /import(ed|ing) a? ?module/i.test(error.message)
}

/** Decides about missing code; the page registers its policy with `setMissingCodePolicy`. */
export interface MissingCodePolicy {
  /** Reloads the page when that helps and harms nothing. Resolves to true when only a reload can bring the code. */
  judge: () => Promise<boolean>
  /** Reloads the page on request; resolves to false when the server does not answer and the page stays. */
  reload: () => Promise<boolean>
}

let policy: MissingCodePolicy = { judge: async () => false, reload: async () => false }

/** Registers the policy for missing code, once for the page. */
export function setMissingCodePolicy(given: MissingCodePolicy): void {
  policy = given
}

/** Reports code that is missing where someone waits for it, never a failed prefetch. Resolves as `judge` does. */
export const reportMissingCode = (): Promise<boolean> => policy.judge()

/** Reloads the page on request; see `MissingCodePolicy`. */
export const reloadForMissingCode = (): Promise<boolean> => policy.reload()

/** Says what to do about missing code. */
export function missingCodeAdvice(isOutdated: boolean): string {
  return isOutdated
    ? 'A new version of Plantdeck is available. Finish what you are doing, then reload the page.'
    : 'Check your connection and try again.'
}
