import { PlaceLink } from './place-link'
import { countOf } from '@/lib/format-count'

export interface UnreadLinesProps {
  /** Number of plants of which it isn't known whether they have answered this browser's commands; 'all' when none can be listed. */
  unreadAnswers: number | 'all'
  /** Number of this browser's runs with open commands that weren't read; 'all' when none can be listed. */
  unreadRuns: number | 'all'
}

const look = 'border-t border-line px-4 py-2 text-xs text-muted'

/** Says which commands of this browser the queue leaves out, because it isn't known what became of them. */
export function UnreadLines({ unreadAnswers, unreadRuns }: UnreadLinesProps) {
  return (
    <>
      {unreadAnswers === 0 ? null : <p className={look}>{answerWords(unreadAnswers)}</p>}
      {unreadRuns === 0 ? null : (
        <p className={look}>
          {runWords(unreadRuns)}{' '}
          <PlaceLink to={{ page: 'runs', runId: undefined }}>Show the runs</PlaceLink>
        </p>
      )}
    </>
  )
}

function answerWords(unreadAnswers: number | 'all'): string {
  if (unreadAnswers === 'all') {
    return 'The commands sent from this browser couldn’t be read. Plants that haven’t answered them may be missing here.'
  }
  const plants = countOf(unreadAnswers, 'plant')
  return `Whether ${plants} answered this browser’s commands isn’t known from what was read.`
}

function runWords(unreadRuns: number | 'all'): string {
  if (unreadRuns === 'all') {
    return 'The runs on this device couldn’t be read. Plants that haven’t answered them may be missing here.'
  }
  const runs = countOf(unreadRuns, 'more run')
  return `Plants that haven’t answered the commands of ${runs} on this device may be missing here.`
}
