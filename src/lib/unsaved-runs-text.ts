// Apart from the count, which the first screen's code contains.
import { countOf } from './format-count'

/** Says what signing out does to runs that are under way or were not exported. */
export function unsavedRunsText(count: number): string {
  const [are, them, their] = count === 1 ? ['is', 'it', 'its'] : ['are', 'them', 'their']
  const were = count === 1 ? 'was' : 'were'
  return `${countOf(count, 'run')} on this device ${are} under way or ${were} not exported. Signing out ends ${them} and deletes ${their} results.`
}
