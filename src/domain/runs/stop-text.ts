import { isGoingOn, isOpen } from './run-events'
import { type Run, countStates } from './run-progress'
import { countOf } from '@/lib/format-count'

/** Describes what stopping a run would do now, in sentences; none once it has ended. The run goes on while the user reads them. */
export function stopText(run: Run): string[] {
  if (!isOpen(run)) return []
  const counts = countStates(run)
  const unsent = counts.get('not-sent') ?? 0
  const open = (counts.get('sending') ?? 0) + (counts.get('waiting') ?? 0)
  const isOne = open === 1
  return [
    isGoingOn(run)
      ? 'The run goes on until you confirm. After that, nothing more is sent.'
      : 'The run is paused. Once you confirm, nothing more is sent.',
    ...(unsent > 0 ? [`So far, nothing has been sent to ${countOf(unsent, 'plant')}.`] : []),
    ...(open > 0
      ? [
          `${countOf(open, 'request')} ${isOne ? 'is' : 'are'} under way and can’t be taken back. ${isOne ? 'Its outcome is' : 'Their outcomes are'} still checked.`,
        ]
      : []),
    'A stopped run can’t go on, but the rest can be planned as a new one.',
  ]
}
