import { Link } from '@tanstack/react-router'
import type { RunHead } from './run-journal'
import type { KnownRun, NoRun } from './run-store'
import { countStates } from '@/domain/runs/run-progress'
import { phaseTones, phaseWords, runStateMeanings, runTitle } from '@/domain/runs/run-words'
import { formatCount } from '@/lib/format-count'
import { entriesOf } from '@/lib/keyed-record'
import { AbsoluteTime } from '@/ui/absolute-time'
import { StatusBadge } from '@/ui/status-badge'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { UntrustedText } from '@/ui/untrusted-text'

interface RunsTableProps {
  heads: readonly RunHead[]
  /** Runs that are loaded are shown as they are now. */
  known: ReadonlyMap<string, KnownRun | NoRun>
}

/** The runs on this device, latest first. */
export function RunsTable({ heads, known }: RunsTableProps) {
  return (
    <Table label="Runs" isCards>
      <THead>
        <Tr>
          <Th>Run</Th>
          <Th isNumeric>Plants</Th>
          <Th>Phase</Th>
          <Th>Result</Th>
          <Th>Planned</Th>
        </Tr>
      </THead>
      <TBody>
        {heads.map((head) => (
          <Row key={head.id} head={latestOf(head, known.get(head.id))} />
        ))}
      </TBody>
    </Table>
  )
}

function Row({ head }: { head: RunHead }) {
  const { id, action, note, plants, progress, counts, createdAtMs } = head
  const { phase } = progress
  return (
    <Tr>
      <Td isCardTitle className="md:max-w-72">
        <div className="min-w-0 flex-1">
          <Link
            to="/commands/runs/$runId"
            params={{ runId: id }}
            className="block max-w-full truncate font-medium"
          >
            <UntrustedText isTruncated>{runTitle(action, plants)}</UntrustedText>
          </Link>
          {note === '' ? null : (
            <UntrustedText isTruncated className="text-xs text-muted">
              {note}
            </UntrustedText>
          )}
        </div>
      </Td>
      <Td label="Plants" isNumeric>
        {formatCount(plants)}
      </Td>
      <Td label="Phase">
        <StatusBadge isPlain tone={phaseTones[phase]}>
          {phaseWords[phase]}
        </StatusBadge>
      </Td>
      <Td label="Result" className="tabular-nums md:whitespace-normal!">
        {resultText(counts)}
      </Td>
      <Td label="Planned">
        <AbsoluteTime value={createdAtMs} />
      </Td>
    </Tr>
  )
}

function resultText(counts: RunHead['counts']): string {
  return entriesOf(runStateMeanings)
    .flatMap(([state, { label }]) => {
      const count = counts[state] ?? 0
      return count > 0 ? [`${formatCount(count)} ${label}`] : []
    })
    .join(' · ')
}

function latestOf(head: RunHead, known: KnownRun | NoRun | undefined): RunHead {
  if (known === undefined || typeof known === 'string') return head
  const { run } = known
  return { ...head, progress: run.progress, counts: Object.fromEntries(countStates(run)) }
}
