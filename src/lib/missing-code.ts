/** Whether a part of the application could not be fetched: gone after a deploy, or the network broke. */
export function isMissingCode(error: unknown): boolean {
  return error instanceof TypeError && /import(ed|ing) a? ?module/i.test(error.message)
}
