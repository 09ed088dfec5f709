import { Link, useNavigate } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
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
  const listRef = useRef<HTMLElement>(null)
  useEffect(() => {
    const list = listRef.current
    const tab = current && list?.children[parts.indexOf(current)]
    if (!list || !tab) return undefined
    // The count of alerts comes with the plant, and the font a moment later: both move the tabs.
    const sizes = new ResizeObserver(() => showTab(list, tab))
    for (const one of list.children) sizes.observe(one)
    return () => sizes.disconnect()
  }, [current])
  useEffect(() => {
    function onKeyDown(event: KeyboardEvent) {
      if (current === 'commands' || !isSingleKey(event, commandsKey)) return
      void navigate({ to: plantParts.commands.path, params: { plantId } })
    }
    document.addEventListener('keydown', onKeyDown)
    return () => document.removeEventListener('keydown', onKeyDown)
  }, [current, plantId, navigate])
  return (
    <nav ref={listRef} aria-label="Parts of the plant" className={tabListClass} data-print="hide">
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

/** Scrolls the list sideways, and nothing else, until a tab is fully visible. */
function showTab(list: Element, tab: Element): void {
  const [view, place] = [list.getBoundingClientRect(), tab.getBoundingClientRect()]
  if (place.left < view.left) list.scrollLeft += place.left - view.left
  else if (place.right > view.right) list.scrollLeft += place.right - view.right
}
