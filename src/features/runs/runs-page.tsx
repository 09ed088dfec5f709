import { Link } from '@tanstack/react-router'
import { Plus, SquareTerminal } from 'lucide-react'
import { OpenRunFile } from './open-run-file'
import type { NoHeads } from './run-journal'
import { RunsTable } from './runs-table'
import { useOpenRuns, useRuns } from './use-runs'
import { useWhyNoPlan } from './use-why-no-plan'
import { whyNoRuns } from './why-no-runs'
import { isKeyOf } from '@/lib/look-up'
import { setPreference } from '@/lib/preferences'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { Breadcrumb } from '@/ui/breadcrumb'
import { Button } from '@/ui/button'
import { buttonClass } from '@/ui/button-class'
import { EmptyState } from '@/ui/empty-state'
import { NativeSelect } from '@/ui/native-select'
import { Notice } from '@/ui/notice'
import { pageClass } from '@/ui/page-class'
import { Skeleton, SkeletonGroup } from '@/ui/skeleton'
import { usePreference } from '@/ui/use-preference'

const plus = <Plus aria-hidden className="size-4" />

interface RunsPageProps {
  onOpened: (runId: string) => void
}

/** The fleet console: one command to many plants. */
export function RunsPage({ onOpened }: RunsPageProps) {
  const { heads, known, noHeads, place } = useRuns()
  const forbidden = useWhyForbidden()('sendCommand')
  const noPlan = useWhyNoPlan()
  const insecure = whyNoRuns()
  useOpenRuns(heads)
  return (
    <div className={pageClass}>
      <title>Commands · Plantdeck</title>
      <Breadcrumb current="Commands" />
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <h1 className="text-xl font-semibold">Commands</h1>
        <div className="flex flex-wrap gap-2">
          <OpenRunFile place={place} onOpened={onOpened} />
          {noPlan === undefined ? (
            <Link to="/commands/new" className={buttonClass({ variant: 'primary' })}>
              {plus} New run
            </Link>
          ) : (
            <Button variant="primary" icon={plus} disabledReason={noPlan}>
              New run
            </Button>
          )}
        </div>
      </div>
      <p className="max-w-prose text-muted">
        A run sends one command to many plants, or suspends or reactivates them: a few plants first,
        then in waves. It stops when something goes wrong. For one plant, use the Commands tab of
        its page.
      </p>
      {forbidden === undefined ? null : (
        <Notice tone="info">
          <p>{forbidden} You can open plans and read their results.</p>
        </Notice>
      )}
      {insecure === undefined ? null : (
        <Notice tone="danger">
          <p>{insecure}</p>
        </Notice>
      )}
      {noHeads === undefined ? null : <NoHeadsNotice reason={noHeads} />}
      {heads === undefined ? (
        <SkeletonGroup label="Loading the runs">
          <Skeleton className="h-40 w-full" />
        </SkeletonGroup>
      ) : null}
      {heads?.length === 0 && noHeads === undefined ? (
        <EmptyState icon={SquareTerminal} title="No runs on this device">
          {noPlan === undefined
            ? 'Plan one with New run, or select plants in the list and choose Send command.'
            : 'Open the file of a plan that a colleague has sent you.'}
        </EmptyState>
      ) : null}
      {heads && heads.length > 0 ? (
        <>
          <RunsTable heads={heads} known={known} />
          <div className="flex flex-wrap items-end justify-between gap-3">
            <p className="text-sm text-muted">
              Runs are kept on this device until you sign out. When a new one is planned, the oldest
              that have ended are deleted.
            </p>
            <KeptRuns />
          </div>
        </>
      ) : null}
    </div>
  )
}

function NoHeadsNotice({ reason }: { reason: NoHeads }) {
  if (reason === 'unreadable') {
    return (
      <Notice tone="danger" title="Couldn’t read the runs on this device">
        <p>There may be some. Reload the page to try again.</p>
      </Notice>
    )
  }
  return (
    <Notice tone="danger" title="This browser stores nothing">
      <p>
        Each request of a run is stored on this device before it is sent. Allow site data for this
        page to plan one.
      </p>
    </Notice>
  )
}

const keptChoices = { '5': 5, '20': 20, '50': 50, '100': 100 } as const

function KeptRuns() {
  return (
    <NativeSelect
      label="Ended runs to keep"
      className="w-40"
      value={usePreference('runsKept')}
      onChange={({ target }) => {
        if (isKeyOf(keptChoices, target.value)) setPreference('runsKept', target.value)
      }}
    >
      {Object.keys(keptChoices).map((value) => (
        <option key={value} value={value}>
          {value}
        </option>
      ))}
    </NativeSelect>
  )
}
