import { Clock, History, Monitor, Moon, Sun } from 'lucide-react'
import { openRequests } from './shell-dialogs'
import { type Preference, setPreference } from '@/lib/preferences'
import { type MenuProps, Menu as PlainMenu } from '@/ui/menu'
import { usePreference } from '@/ui/use-preference'

const themes = [
  { value: 'system', label: 'Match system', icon: Monitor },
  { value: 'light', label: 'Light', icon: Sun },
  { value: 'dark', label: 'Dark', icon: Moon },
] as const satisfies { value: Preference<'theme'>; label: string; icon: unknown }[]

const zones = [
  { value: 'local', label: 'Local time' },
  { value: 'utc', label: 'UTC' },
] as const satisfies { value: Preference<'timeZone'>; label: string }[]

export function Menu(props: Omit<MenuProps, 'items'>) {
  const theme = usePreference('theme')
  const zone = usePreference('timeZone')
  const chosen = (isChosen: boolean) => (isChosen ? 'Chosen' : undefined)
  return (
    <PlainMenu
      {...props}
      items={[
        themes.map(({ value, label, icon: Icon }) => ({
          key: value,
          label,
          icon: <Icon aria-hidden className="size-4" />,
          description: chosen(value === theme),
          onAction: () => setPreference('theme', value),
        })),
        zones.map(({ value, label }) => ({
          key: value,
          label,
          icon: <Clock aria-hidden className="size-4" />,
          description: chosen(value === zone),
          onAction: () => setPreference('timeZone', value),
        })),
        [
          {
            key: 'requests',
            label: 'Recent requests',
            icon: <History aria-hidden className="size-4" />,
            onAction: openRequests,
          },
        ],
      ]}
    />
  )
}
