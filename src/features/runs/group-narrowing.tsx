import { useMemo } from 'react'
import type { ChosenPlants } from './use-chosen-plants'
import { describeError } from '@/api/error-messages'
import { plantLabel } from '@/domain/plant/plant-name'
import { countGroups } from '@/domain/runs/group-choice'
import { countOf, formatCount } from '@/lib/format-count'
import { NameText } from '@/plant-ui/name-text'
import { Button } from '@/ui/button'
import { Finding } from '@/ui/finding'
import { RelativeTime } from '@/ui/relative-time'
import { UntrustedText } from '@/ui/untrusted-text'

/** Narrows the chosen plants to groups, which only the plants' details name. */
export function GroupNarrowing({ choice }: { choice: ChosenPlants }) {
  const { sourceIds, groups, chosenGroups, setChosenGroups, unreadGroups } = choice
  const { read, failed, underWay, start, cancel } = groups
  const counted = useMemo(() => countGroups(sourceIds, read), [sourceIds, read])
  const left = sourceIds.filter((id) => !read.has(id))
  const done = sourceIds.length - left.length
  const oldestMs = sourceIds.reduce(
    (oldest, id) => Math.min(oldest, read.get(id)?.readAtMs ?? Infinity),
    Infinity,
  )
  if (sourceIds.length === 0 && chosenGroups.size === 0) return null

  function toggle(id: string) {
    const next = new Set(chosenGroups)
    if (!next.delete(id)) next.add(id)
    setChosenGroups(next)
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        {underWay ? (
          <Button size="sm" onClick={cancel}>
            Cancel reading
          </Button>
        ) : (
          <Button
            size="sm"
            disabledReason={left.length === 0 ? 'The groups of all chosen plants were read.' : null}
            onClick={() => start(left)}
          >
            Read the groups of {countOf(left.length > 0 ? left.length : done, 'plant')}
          </Button>
        )}
        <p role="status" className="text-sm text-muted tabular-nums">
          {underWay || done > 0
            ? `${formatCount(done)} of ${formatCount(sourceIds.length)} read`
            : 'To choose by group, each plant has to be read.'}
          {done > 0 ? (
            <span aria-live="off">
              , the oldest <RelativeTime value={oldestMs} />
            </span>
          ) : null}
        </p>
      </div>
      <Failures failed={failed} choice={choice} />
      {counted.length > 0 ? (
        <fieldset className="flex flex-wrap gap-x-4 gap-y-1">
          <legend className="mb-1 text-sm font-medium">Only plants in these groups</legend>
          {counted.map((group) => (
            <label key={group.id} className="flex min-h-6 items-center gap-2 max-md:min-h-11">
              <input
                type="checkbox"
                className="size-4"
                checked={chosenGroups.has(group.id)}
                onChange={() => toggle(group.id)}
              />
              {group.id === '' ? 'No group' : <NameText isCut of={group} />}{' '}
              {group.isNameShared ? (
                <UntrustedText isCut className="font-mono text-xs text-muted">
                  {group.id}
                </UntrustedText>
              ) : null}{' '}
              <span className="text-xs text-muted tabular-nums">{formatCount(group.plants)}</span>
            </label>
          ))}
        </fieldset>
      ) : null}
      {unreadGroups.length > 0 ? (
        <Finding tone="warn">
          {countOf(unreadGroups.length, 'plant')} left out: their groups weren’t read.
        </Finding>
      ) : null}
    </div>
  )
}

interface FailuresProps {
  failed: ReadonlyMap<string, unknown>
  choice: ChosenPlants
}

function Failures({ failed, choice: { plants } }: FailuresProps) {
  if (failed.size === 0) return null
  const { found, missing } = plants.byId(failed.keys())
  const names = [...found.map(({ plant }) => plantLabel(plant)), ...missing]
  const [error] = failed.values()
  return (
    <div role="status">
      <Finding tone="danger">
        {countOf(failed.size, 'plant')} couldn’t be read: {describeError(error).title}.
      </Finding>
      <UntrustedText isMultiline className="ml-5.5 block text-sm whitespace-pre-wrap">
        {names.join('\n')}
      </UntrustedText>
    </div>
  )
}
