import { type CurrentWorklist, useWorklistRows } from './use-worklist'
import { NextLink } from './worklist-next-link'
import { WorklistPartTable } from './worklist-part-table'
import { progressMeanings, worklistParts } from '@/domain/renewals/worklist-state'
import { isFinished, worklistSummary } from '@/domain/renewals/worklist-summary'
import { codePart } from '@/lib/code-part'
import { countOf } from '@/lib/format-count'
import { serverNow } from '@/lib/server-clock'
import { Button } from '@/ui/button'
import { ExportButtons } from '@/ui/export-buttons'
import { focusIt } from '@/ui/focus-it'
import { Notice } from '@/ui/notice'
import { Panel } from '@/ui/panel'
import { RelativeTime } from '@/ui/relative-time'

const evidencePart = codePart(() => import('@/domain/renewals/renewal-evidence'))

/** The plants to renew one at a time, with the proof of each renewal; nothing without a worklist. */
export function WorklistPanel({ worklist }: { worklist: CurrentWorklist }) {
  const { entries, isKept, dropped, additions, remove } = worklist
  const { rows, oldestReadAtMs } = useWorklistRows(entries)
  const losses = dropped > 0 ? <DroppedNotice count={dropped} /> : null
  if (rows.length === 0) return losses
  const next = rows.find(({ progress }) => progress.kind === 'toDo')
  const finished = rows.filter(({ progress }) => isFinished(progress.kind))

  async function table() {
    const exportedAtMs = serverNow()
    const { renewalEvidence, storedProof } = await evidencePart.load()
    const readAtMs = oldestReadAtMs ?? exportedAtMs
    return renewalEvidence(entries.map(storedProof), { readAtMs, exportedAtMs })
  }

  return (
    <Panel
      title={
        // Focused after plants were added, because their table can be far below.
        <span
          key={additions}
          ref={additions > 0 ? focusIt : undefined}
          tabIndex={-1}
          className="scroll-mt-8"
        >
          Worklist
        </span>
      }
      actions={
        <div className="flex min-w-0 flex-wrap items-center gap-2" data-print="hide">
          <ExportButtons size="sm" what="the worklist" table={table} />
          {finished.length > 0 ? (
            <Button
              size="sm"
              variant="quiet"
              onClick={() => remove(...finished.map(({ entry }) => entry.plantId))}
            >
              Clear finished
            </Button>
          ) : null}
          {next ? <NextLink entry={next.entry} /> : null}
        </div>
      }
    >
      <div className="flex flex-col gap-3 px-4 py-3">
        <p role="status" className="font-medium tabular-nums">
          {worklistSummary(rows.map(({ progress }) => progress.kind))}
        </p>
        {losses}
        {isKept ? null : (
          <Notice tone="warn">
            This browser doesn’t let Plantdeck store the worklist. It is lost when you reload.
          </Notice>
        )}
        {worklistParts.map(({ part, heading }) => (
          <WorklistPartTable
            key={part}
            heading={heading}
            rows={rows.filter(({ progress }) => progressMeanings[progress.kind].part === part)}
            onRemove={remove}
          />
        ))}
        <p className="text-xs text-muted tabular-nums" aria-live="off">
          Based on each plant’s own record
          {oldestReadAtMs === undefined ? null : (
            <>
              ; the oldest was read <RelativeTime value={oldestReadAtMs} />
            </>
          )}
          . Opening a dialog or saving a package doesn’t count.
        </p>
      </div>
    </Panel>
  )
}

function DroppedNotice({ count }: { count: number }) {
  return (
    <Notice tone="warn">
      Couldn’t read {countOf(count, 'plant')} of your stored worklist. Add what is missing again.
    </Notice>
  )
}
