import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { isPlantPart, plantParts } from './plant-parts'
import type { PlantDetail } from '@/api/plant-schemas'
import { summarizeAlerts } from '@/domain/alerts/alert-summary'
import type { PlantPart } from '@/domain/problems/problem-rules'
import { isSingleKey } from '@/ui/single-key'
import { tabClass, tabListClass } from '@/ui/tab-class'

interface PlantTabsProps {
  /** The ID from the URL: the server's own value may not fit into one. */
  plantId: string
  plant: PlantDetail
  current: PlantPart | undefined
}

/** On the tab itself, the same key leads to the field for the command. */
const commandsKey = { key: 'c', code: 'KeyC' }
const parts = Object.keys(plantParts).filter(isPlantPart)

/** Tabs of a plant's page, with the number of alerts that are or may be unresolved. */
export function PlantTabs({ plantId, plant, current }: PlantTabsProps) {
  const { unresolved, unknown } = summarizeAlerts(plant.alerts?.items ?? [])
  const open = unresolved + unknown
  const navigate = useNavigate()
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (current === 'commands' || !isSingleKey(event, commandsKey)) return
      void navigate({ to: plantParts.commands.path, params: { plantId } })
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [current, plantId, navigate])
  return (
    <nav aria-label="Parts of the plant" className={tabListClass} data-print="hide">
      {parts.map((part) => (
        <Link
          key={part}
          to={plantParts[part].path}
          params={{ plantId }}
          // The overview's URL is a prefix of all the others.
          activeOptions={{ exact: true, includeSearch: false }}
          aria-current={part === current ? 'page' : undefined}
          className={tabClass(part === current)}
        >
          {plantParts[part].label}
          {part === 'alerts' && open > 0 ? (
            <span className="rounded-sm bg-neutral-soft px-1.5 text-xs tabular-nums">
              {open} <span className="sr-only">open</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  )
}
