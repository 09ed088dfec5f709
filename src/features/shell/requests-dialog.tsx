import { useState, useSyncExternalStore } from 'react'
import { requestsExport } from './requests-export'
import { RequestsTable } from './requests-table'
import { closeShellDialog } from './shell-dialogs'
import { isFailed, recordedCalls, subscribeToCalls } from '@/api/transcript'
import { formatCount } from '@/lib/format-count'
import { serverNow } from '@/lib/server-clock'
import { Button } from '@/ui/button'
import { Checkbox } from '@/ui/checkbox'
import { Dialog } from '@/ui/dialog'
import { EmptyState } from '@/ui/empty-state'
import { ExportButtons } from '@/ui/export-buttons'

/** The last requests of this tab, for a report to the people who run the API. */
export function RequestsDialog() {
  const latest = useSyncExternalStore(subscribeToCalls, recordedCalls)
  // Rows that move while a user is about to copy one would be copied in its place.
  const [calls, setCalls] = useState(latest)
  const [isErrorsOnly, setIsErrorsOnly] = useState(false)
  const shown = calls.filter((call) => !isErrorsOnly || isFailed(call)).toReversed()
  const newer = latest.filter((call) => !calls.includes(call)).length
  return (
    <Dialog
      isOpen
      onClose={closeShellDialog}
      size="lg"
      title="Recent requests"
      description="The last 50 reads and the last 50 changes of this tab, and up to 50 of each that failed. Kept until you sign out or load the page again, without tokens and responses. Bodies that look like they contain a secret are left out."
    >
      <div className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2">
        <Checkbox
          label="Errors only"
          checked={isErrorsOnly}
          onChange={(event) => setIsErrorsOnly(event.target.checked)}
        />
        <div role="status" className="mr-auto">
          {newer > 0 ? (
            <Button size="sm" onClick={() => setCalls(latest)}>
              Show {formatCount(newer)} newer
            </Button>
          ) : null}
        </div>
        <ExportButtons
          size="sm"
          refusal={shown.length === 0 ? 'There are no requests to export.' : undefined}
          table={() =>
            requestsExport({
              calls: shown,
              total: calls.length,
              isErrorsOnly,
              exportedAtMs: serverNow(),
            })
          }
        />
      </div>
      {shown.length === 0 ? (
        <EmptyState title={isErrorsOnly ? 'No request has failed' : 'No requests yet'} />
      ) : (
        <RequestsTable calls={shown} />
      )}
      <p className="mt-3 text-sm text-muted">
        To run a copied line, put an access token into the shell variable ACCESS_TOKEN. A POST,
        PATCH or DELETE may change a plant again.
      </p>
    </Dialog>
  )
}
