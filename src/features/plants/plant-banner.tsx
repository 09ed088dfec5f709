import { Link } from '@tanstack/react-router'
import type { PlantDetail } from '@/api/plant-schemas'
import { type PlantProblem, plantProblems } from '@/domain/plant-problems'
import { partPaths } from './plant-parts'
import { Data } from '@/ui/data'
import { RelativeTime } from '@/ui/relative-time'
import { ToneIcon } from '@/ui/tone-icon'
import { toneText } from '@/ui/tone'

interface PlantBannerProps {
  plant: PlantDetail
  nowMs: number
}

/** Everything that is wrong with the plant, worst first, each with the way to its place. */
export function PlantBanner({ plant, nowMs }: PlantBannerProps) {
  const problems = plantProblems(plant, nowMs)
  if (problems.length === 0) return null
  return (
    <section
      aria-label="What is wrong"
      className="rounded-md border border-line border-l-4 border-l-line-strong bg-surface px-3 py-1"
    >
      <ul className="grid gap-x-6 md:grid-cols-[repeat(auto-fit,minmax(22rem,1fr))]">
        {problems.map((problem) => (
          <li key={problem.key}>
            <Problem plantId={plant.id} problem={problem} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Problem({ plantId, problem }: { plantId: string; problem: PlantProblem }) {
  const { tone, text, at, part } = problem
  return (
    <Link
      to={partPaths[part]}
      params={{ plantId }}
      className="group flex min-h-8 items-center gap-2 py-1 max-md:min-h-11"
    >
      <ToneIcon tone={tone} className={`size-4 ${toneText[tone]}`} />
      <span className="group-hover:underline">
        <Data>{text}</Data>
        {at === undefined || at === null ? null : (
          <>
            {' '}
            <RelativeTime value={at} className="whitespace-nowrap tabular-nums" />
          </>
        )}
      </span>
    </Link>
  )
}
