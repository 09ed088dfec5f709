import { CauseClaims } from './cause-claims'
import { ChangesList } from './changes-list'
import type { OnOverviewSearch } from './overview-search'
import { SinceField } from './since-field'
import type { Overview } from './use-overview'
import { changesBasis, changesMarkdown } from '@/domain/fleet-changes/change-words'
import { isUnchanged } from '@/domain/fleet-changes/fleet-changes'
import type { ComparableReading } from '@/fleet/reading-slots'
import { CopyButton } from '@/ui/copy-button'
import { Panel } from '@/ui/panel'
import { useTimeText } from '@/ui/use-time-text'
import { visibleText } from '@/ui/visible-text'

interface ChangesPanelProps {
  overview: Overview
  onSearchChange: OnOverviewSearch
}

/** Plants to name for each kind of change in the text to copy. */
const maxNamed = 50

/** Changes since the last visit, or since another reading of the past day. */
export function ChangesPanel({ overview, onSearchChange }: ChangesPanelProps) {
  const { past, changes, causes } = overview
  const timeText = useTimeText()
  return (
    <Panel
      title={titleOf(past.chosen, timeText)}
      actions={
        <div className="flex flex-wrap items-center gap-2 with-wall:hidden" data-print="hide">
          <SinceField past={past} onSearchChange={onSearchChange} />
          {changes ? (
            <CopyButton
              isIconOnly={false}
              variant="secondary"
              label="Copy as Markdown"
              text={() =>
                changesMarkdown(changes, { timeText, shown: visibleText, most: maxNamed })
              }
            />
          ) : null}
        </div>
      }
    >
      {changes ? (
        <>
          {causes ? <CauseClaims causes={causes} /> : null}
          {isUnchanged(changes) ? (
            <p className="px-4 py-3 text-muted">
              Nothing that this page watches has changed since {timeText(changes.from.atMs)}.
            </p>
          ) : (
            <ChangesList changes={changes} />
          )}
          <details className="border-t border-line px-4 py-2 text-xs text-muted">
            <summary className="w-fit rounded-sm max-md:py-2.5">What this rests on</summary>
            <ul className="mt-1 list-disc pl-4">
              {changesBasis(changes, timeText).map((sentence) => (
                <li key={sentence}>{sentence}</li>
              ))}
            </ul>
          </details>
        </>
      ) : (
        <p className="px-4 py-3 text-muted">{whyNotCompared(overview)}</p>
      )}
    </Panel>
  )
}

function titleOf(
  chosen: ComparableReading | undefined,
  timeText: (atMs: number) => string,
): string {
  if (!chosen) return 'Since your last visit'
  const time = timeText(chosen.atMs)
  return chosen.isLastVisit ? `Since your last visit, ${time}` : `Since ${time}`
}

function whyNotCompared({ past, fleet }: Overview): string {
  if (past.reading === null) {
    return 'There is no earlier reading of the fleet to compare with. Readings stay on this device until you sign out. Stay signed in to see here what has changed by your next visit.'
  }
  return fleet.error
    ? 'Nothing can be compared: the list couldn’t be read.'
    : 'Comparing with the earlier reading once the list has been read…'
}
