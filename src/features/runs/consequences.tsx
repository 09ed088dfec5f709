import { useMemo } from 'react'
import { runConsequences } from '@/domain/runs/run-consequences'
import { countOf } from '@/lib/format-count'

interface ConsequencesProps {
  kind: 'suspend' | 'reactivate'
  plants: Parameters<typeof runConsequences>[1]
  /** Unix ms, server's clock. */
  nowMs: number
}

/** Lists the consequences of a change for the plants of a run, in the words of the confirmation for one plant. */
export function Consequences({ kind, plants: all, nowMs }: ConsequencesProps) {
  const consequences = useMemo(() => runConsequences(kind, all, nowMs), [kind, all, nowMs])
  if (consequences.length === 0) {
    return <p className="text-muted">The consequences appear here once plants take part.</p>
  }
  return (
    <section aria-label="Consequences" className="flex flex-col gap-1">
      <h3 className="text-sm font-medium">Consequences for each plant</h3>
      <ul className="flex list-disc flex-col gap-1 pl-5">
        {consequences.map(({ text, plants }) => (
          <li key={text}>
            {text}{' '}
            <span className="text-muted tabular-nums">
              {plants === all.length
                ? `(${plants === 1 ? 'the only plant' : `all ${countOf(plants, 'plant')}`})`
                : `(${countOf(plants, 'plant')})`}
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
