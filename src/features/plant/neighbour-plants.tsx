import { Link, useNavigate } from '@tanstack/react-router'
import { ChevronLeft, ChevronRight } from 'lucide-react'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { plantParts } from './plant-parts'
import { useDataScope, usePerson } from '@/api/session/session-context'
import type { PlantPart } from '@/domain/problems/problem-rules'
import { keepNeighbours, neighboursOf, rememberPlant } from '@/fleet/opened-from'
import { formatCount } from '@/lib/format-count'
import { buttonClass } from '@/ui/button-class'
import { isSingleKey } from '@/ui/single-key'

interface NeighbourPlantsProps {
  plantId: string
  part: PlantPart
}

const steps = [
  { step: 'previousId', shortcut: { key: 'k', code: 'KeyK' } },
  { step: 'nextId', shortcut: { key: 'j', code: 'KeyJ' } },
] as const

/** The next plant is shown at the same place, so that the same part of each can be compared. */
const atSamePlace = { replace: true, resetScroll: false, state: { keepsPlace: true } } as const

/** Links to the plants before and after this one in the list it was opened from. Back still leads to the list. */
export function NeighbourPlants({ plantId, part }: NeighbourPlantsProps) {
  const viewer = `${usePerson()?.username}\n${useDataScope()}`
  const neighbours = neighboursOf(plantId, viewer)
  const navigate = useNavigate()
  const to = plantParts[part].path

  useEffect(() => {
    rememberPlant(plantId)
    keepNeighbours(plantId, viewer)
  }, [plantId, viewer])
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      const pressed = steps.find(({ shortcut }) => isSingleKey(event, shortcut))
      const nextId = pressed && neighboursOf(plantId, viewer)?.[pressed.step]
      if (nextId === undefined) return
      void navigate({ to, params: { plantId: nextId }, ...atSamePlace })
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [plantId, viewer, to, navigate])

  if (!neighbours) return null
  return (
    <nav
      aria-label="Plants of the list"
      data-print="hide"
      className="-my-2 flex items-center gap-1"
    >
      <Step to={to} plantId={neighbours.previousId} label="Previous plant">
        <ChevronLeft aria-hidden className="size-4" />
      </Step>
      <span className="text-xs text-muted tabular-nums">
        {formatCount(neighbours.number)} of {formatCount(neighbours.count)}
        {neighbours.isPart ? ' read so far' : null}
      </span>
      <Step to={to} plantId={neighbours.nextId} label="Next plant">
        <ChevronRight aria-hidden className="size-4" />
      </Step>
    </nav>
  )
}

interface StepProps {
  to: (typeof plantParts)[PlantPart]['path']
  /** Undefined at the end of the list. */
  plantId: string | undefined
  label: string
  children: ReactNode
}

function Step({ to, plantId, label, children }: StepProps) {
  const look = { variant: 'quiet', size: 'sm', isIconOnly: true } as const
  if (plantId === undefined) {
    return <span className={buttonClass({ ...look, isDisabled: true })}>{children}</span>
  }
  return (
    <Link
      to={to}
      params={{ plantId }}
      {...atSamePlace}
      aria-label={label}
      title={label}
      className={buttonClass(look)}
    >
      {children}
    </Link>
  )
}
