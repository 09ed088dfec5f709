import { missingCodeAdvice } from '@/lib/missing-code'

interface Situation {
  /** Set when the code of the fleet's list could not be loaded. */
  missing: { isOutdated: boolean } | undefined
  /** True when the fleet is larger than the limit for searching it in the browser. */
  isTooLarge: boolean
}

/** Returns the reason why the fleet stays paged and can't be searched; undefined when it is only a matter of time. */
export function whyOnlyPages({ missing, isTooLarge }: Situation): string | undefined {
  if (isTooLarge) return 'The fleet is too large to be searched here, so it is shown page by page.'
  if (!missing) return undefined
  return `Couldn’t load the search, so the fleet is shown page by page. ${missingCodeAdvice(missing.isOutdated)}`
}
