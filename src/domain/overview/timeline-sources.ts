import type { CommandPage } from '@/api/commands'
import type { PlantDetail } from '@/api/plant-schemas'
import { readabilityText } from '@/domain/alerts/alert-readability'
import { showsLatest } from '@/domain/commands/history-coverage'
import { countOf, formatCount } from '@/lib/format-count'
import { isUnreadable } from '@/lib/unreadable'

/** Names the alerts that a timeline is based on, and those it lacks. */
export function alertsSource(plant: Pick<PlantDetail, 'alerts' | 'unreadable'>): string {
  if (isUnreadable(plant, 'alerts')) return 'no alerts (the list is unreadable)'
  if (!plant.alerts) return 'no alerts (the server sent none)'
  const { items: alerts, unreadable } = plant.alerts
  if (unreadable > 0) return `its alerts (${readabilityText(plant.alerts)})`
  if (alerts.length === 0) return 'no alerts'
  return alerts.length === 1 ? 'its one alert' : `its ${countOf(alerts.length, 'alert')}`
}

interface CommandsReading {
  error: Error | null
  data: CommandPage | undefined
}

/** Names the commands that a timeline is based on, and those it lacks. */
export function commandsSource({ error, data: page }: CommandsReading): string {
  if (!page) return error ? 'no commands (couldn’t load them)' : 'commands still loading'
  const { data, unreadableRows, meta } = page
  const unreadable = unreadableRows > 0 ? ` (${formatCount(unreadableRows)} unreadable)` : ''
  const sent = data.length + unreadableRows
  const isLatest = showsLatest({ commands: data, hasMore: meta.hasNext })
  const order = isLatest ? '' : ', perhaps not the latest'
  if (meta.total === undefined && meta.hasNext) {
    return `${countOf(data.length, 'command')}, total unknown${unreadable}${order}`
  }
  const total = Math.max(meta.total ?? 0, sent)
  if (total > data.length) {
    return `${formatCount(data.length)} of ${formatCount(total)} commands${unreadable}${order}`
  }
  if (total === 0) return 'no commands'
  return total === 1 ? 'its one command' : `its ${countOf(total, 'command')}`
}
