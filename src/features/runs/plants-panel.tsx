import { GroupNarrowing } from './group-narrowing'
import { PastedField } from './pasted-field'
import type { PlanSource } from './plan-search'
import type { ChosenPlants } from './use-chosen-plants'
import { describeError } from '@/api/error-messages'
import { countOf, formatCount } from '@/lib/format-count'
import { FilterField } from '@/plant-ui/filter-field'
import { FleetReachLine } from '@/plant-ui/fleet-reach-line'
import { Finding } from '@/ui/finding'
import { Notice } from '@/ui/notice'
import { Panel } from '@/ui/panel'
import { RelativeTime } from '@/ui/relative-time'

const sources: Record<PlanSource, string> = {
  selection: 'Selected in the list',
  filter: 'Filter',
  pasted: 'Serial numbers or IDs',
}

const sourceNames = ['selection', 'filter', 'pasted'] as const

/** The ways to choose the plants of a run, and what the choice rests on. */
export function PlantsPanel({ choice }: { choice: ChosenPlants }) {
  const { fleet, source, setSource, selectedIds } = choice
  return (
    <Panel title="Plants">
      <div className="flex flex-col gap-3 p-4">
        {fleet.isOverLimit ? (
          <Notice tone="warn" title="The fleet is too large to be read here">
            <p>Only the plants read so far can be chosen.</p>
          </Notice>
        ) : null}
        {fleet.error ? (
          <Notice tone="warn">
            <p>Couldn’t read the plants: {describeError(fleet.error).title}.</p>
          </Notice>
        ) : null}
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="mb-1 text-sm font-medium">Choose by</legend>
          {sourceNames.map((name) => (
            <label key={name} className="flex min-h-6 items-center gap-2 max-md:min-h-11">
              <input
                type="radio"
                name="source"
                className="size-4"
                checked={source === name}
                onChange={() => setSource(name)}
              />
              {sources[name]}
              {name === 'selection' ? (
                <span className="text-muted tabular-nums">{formatCount(selectedIds.size)}</span>
              ) : null}
            </label>
          ))}
        </fieldset>
        <SourceField choice={choice} />
        <ChosenLine choice={choice} />
        <GroupNarrowing choice={choice} />
        <FleetReachLine fleet={fleet} />
      </div>
    </Panel>
  )
}

function SourceField({ choice }: { choice: ChosenPlants }) {
  const { source, selectedIds, line, whole, fleet } = choice
  switch (source) {
    case 'selection':
      return selectedIds.size > 0 ? null : (
        <p className="text-muted">
          No plants are selected. Select them in the list of plants, then choose an action there.
        </p>
      )
    case 'filter':
      return (
        <div className="flex flex-col gap-1">
          <FilterField
            line={line}
            knownValues={() => whole.facets}
            knownKeys={() => whole.metadataKeys}
            isComplete={fleet.completeness.kind !== 'incomplete'}
          />
          <p className="text-xs text-muted">
            The run includes the plants that match when you create the plan, and none that match
            later.
          </p>
        </div>
      )
    case 'pasted':
      return <PastedField choice={choice} />
  }
}

function ChosenLine({ choice }: { choice: ChosenPlants }) {
  const { chosen, missing, source, fleet } = choice
  const oldestMs = chosen.reduce((oldest, { readAtMs }) => Math.min(oldest, readAtMs), Infinity)
  const isPartial = source === 'filter' && fleet.completeness.kind === 'incomplete'
  return (
    <div role="status" className="flex flex-col gap-1">
      <p className="tabular-nums">
        <span className="font-medium">{countOf(chosen.length, 'plant')} chosen</span>
        {chosen.length > 0 ? (
          <span className="text-muted">
            , the oldest data read <RelativeTime value={oldestMs} />
          </span>
        ) : null}
      </p>
      {isPartial && chosen.length > 0 ? (
        <Finding tone="warn">
          The fleet isn’t completely read, so more plants may match this filter.
        </Finding>
      ) : null}
      {missing.length > 0 ? (
        <Finding tone="warn">
          {missing.length === 1
            ? '1 selected plant isn’t in the fleet and is left out: '
            : `${formatCount(missing.length)} selected plants aren’t in the fleet and are left out: `}
          <span className="font-mono text-sm font-normal">{missing.slice(0, 5).join(', ')}</span>
          {missing.length > 5 ? ' …' : null}
        </Finding>
      ) : null}
    </div>
  )
}
