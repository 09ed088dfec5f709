import { Link } from '@tanstack/react-router'
import { partLabels, partPaths } from './plant-parts'
import type { PlantDetail } from '@/api/plant-schemas'
import { isActive } from '@/domain/alert-severity'
import type { PlantPart } from '@/domain/plant-problems'
import { tabClass, tabListClass } from '@/ui/tab-class'

interface PlantTabsProps {
  plant: PlantDetail
  current: PlantPart
}

const parts: readonly PlantPart[] = ['overview', 'alerts', 'energy', 'security']

export function PlantTabs({ plant, current }: PlantTabsProps) {
  const active = plant.alerts?.filter(isActive).length ?? 0
  return (
    <nav aria-label="Parts of the plant" className={tabListClass} data-print="hide">
      {parts.map((part) => (
        <Link
          key={part}
          to={partPaths[part]}
          params={{ plantId: plant.id }}
          aria-current={part === current ? 'page' : undefined}
          className={tabClass(part === current)}
        >
          {partLabels[part]}
          {part === 'alerts' && active > 0 ? (
            <span className="rounded-sm bg-neutral-soft px-1.5 text-xs tabular-nums">
              {active} <span className="sr-only">active</span>
            </span>
          ) : null}
        </Link>
      ))}
    </nav>
  )
}
