import { Link } from '@tanstack/react-router'
import { ChevronRight } from 'lucide-react'
import { plantParts } from './plant-parts'
import type { PlantDetail } from '@/api/plant-schemas'
import { type PlantProblem, plantProblems } from '@/domain/problems/plant-problems'
import type { Tone } from '@/lib/tone'
import { RelativeTime } from '@/ui/relative-time'
import { toneText } from '@/ui/tone-classes'
import { ToneIcon } from '@/ui/tone-icon'
import { UntrustedText } from '@/ui/untrusted-text'

interface PlantBannerProps {
  /** The ID from the URL: the server's own value may not fit into one. */
  plantId: string
  plant: PlantDetail
  nowMs: number
}

const edges: Record<Tone, string> = {
  danger: 'border-l-danger',
  warn: 'border-l-warn',
  info: 'border-l-info',
  neutral: 'border-l-neutral',
  ok: 'border-l-ok',
}

export function PlantBanner({ plantId, plant, nowMs }: PlantBannerProps) {
  const problems = plantProblems(plant, nowMs)
  const [worst] = problems
  if (!worst) return null
  return (
    <section
      aria-label="Problems"
      className={`rounded-md border border-l-4 border-line bg-surface px-3 py-1 ${edges[worst.tone]}`}
    >
      <ul className="grid gap-x-6 md:grid-cols-[repeat(auto-fit,minmax(22rem,1fr))]">
        {problems.map((problem) => (
          <li key={problem.key}>
            <Problem plantId={plantId} problem={problem} />
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
      to={plantParts[part].path}
      params={{ plantId }}
      className="group flex min-h-8 items-center gap-2 py-1 max-md:min-h-11"
    >
      <ToneIcon tone={tone} className={`size-4 ${toneText[tone]}`} />
      <span className="group-hover:underline">
        <UntrustedText isCut>{text}</UntrustedText>
        {at === undefined || at === null ? null : (
          <>
            {' '}
            <RelativeTime value={at} className="whitespace-nowrap tabular-nums" />
          </>
        )}
      </span>
      <ChevronRight aria-hidden className="size-4 shrink-0 text-faint group-hover:text-ink" />
    </Link>
  )
}
