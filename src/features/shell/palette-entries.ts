import { useNavigate } from '@tanstack/react-router'
import { Bookmark, History, Keyboard, LogOut, Moon, Plus, Sun, Terminal, Zap } from 'lucide-react'
import { useCurrentPlantEntries } from './current-plant'
import { useNavItems } from './nav-items'
import type { PaletteEntry } from './palette-entry'
import { openKeys, openRequests } from './shell-dialogs'
import { useSignOut } from './use-sign-out'
import type { Plant } from '@/api/plant-schemas'
import { builtInViews } from '@/domain/fleet/saved-views'
import { whyNoPage } from '@/domain/plant/plant-address'
import { plantName } from '@/domain/plant/plant-name'
import { latestListSearch } from '@/fleet/latest-list'
import { useSavedViews } from '@/fleet/use-saved-views'
import { setPreference } from '@/lib/preferences'
import { useWhyForbidden } from '@/plant-ui/use-why-forbidden'
import { visibleText } from '@/ui/visible-text'

interface PaletteSection {
  title: string
  entries: PaletteEntry[]
}

const uuid = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i

/**
 * Returns the entries that match the text: plants first, or without a text those opened lately; then actions on the open
 * plant, pages, views of the list, and other actions.
 */
export function usePaletteEntries(
  text: string,
  plants: readonly Plant[],
  recent: readonly Plant[],
): PaletteSection[] {
  const navItems = useNavItems()
  const signOut = useSignOut()
  const whyForbidden = useWhyForbidden()
  const navigate = useNavigate()
  const atHand = useCurrentPlantEntries()
  const { views } = useSavedViews().saved
  const wanted = text.trim()
  const openPlant = (plantId: string) =>
    void navigate({ to: '/plants/$plantId', params: { plantId } })

  const plantEntry = ({ id, name, serialNumber }: Plant): PaletteEntry => ({
    key: id,
    label: plantName({ name, serialNumber }) || '(no name)',
    detail: serialNumber,
    icon: Zap,
    disabledReason: whyNoPage(id),
    onAction: () => openPlant(id),
  })
  const found = plants.map(plantEntry)
  if (uuid.test(wanted) && !plants.some(({ id }) => id === wanted.toLowerCase())) {
    const label = 'Open the plant with this id'
    found.push({ key: wanted, label, detail: '', icon: Zap, onAction: () => openPlant(wanted) })
  }

  const pages = navItems.map(({ label, icon, href, isExternal }) => ({
    key: href,
    label,
    icon,
    onAction: () =>
      isExternal ? void window.open(href, '_blank', 'noreferrer') : void navigate({ to: href }),
  }))
  const actions: PaletteEntry[] = [
    {
      key: 'create',
      label: 'New plant',
      icon: Plus,
      disabledReason: whyForbidden('createPlant'),
      onAction: () =>
        void navigate({ to: '/plants', search: { ...latestListSearch(), create: true } }),
    },
    {
      key: 'run',
      label: 'New run',
      icon: Terminal,
      disabledReason: whyForbidden('sendCommand'),
      onAction: () => void navigate({ to: '/commands/new' }),
    },
    {
      key: 'light',
      label: 'Light theme',
      icon: Sun,
      onAction: () => setPreference('theme', 'light'),
    },
    {
      key: 'dark',
      label: 'Dark theme',
      icon: Moon,
      onAction: () => setPreference('theme', 'dark'),
    },
    { key: 'keys', label: 'Keyboard', icon: Keyboard, onAction: openKeys },
    { key: 'requests', label: 'Recent requests', icon: History, onAction: openRequests },
    { key: 'sign-out', label: 'Sign out', icon: LogOut, onAction: () => signOut() },
  ]
  const viewEntries = [...builtInViews, ...views].map(({ name, q, sort }, place): PaletteEntry => ({
    key: `view-${place}`,
    label: visibleText(name),
    icon: Bookmark,
    onAction: () => void navigate({ to: '/plants', search: { q, sort } }),
  }))
  const isWanted = ({ label }: PaletteEntry) => label.toLowerCase().includes(wanted.toLowerCase())
  return [
    { title: 'Plants', entries: found },
    { title: 'Recent plants', entries: wanted === '' ? recent.map(plantEntry) : [] },
    { title: 'This plant', entries: atHand.filter(isWanted) },
    { title: 'Pages', entries: pages.filter(isWanted) },
    { title: 'Views', entries: viewEntries.filter(isWanted) },
    { title: 'Actions', entries: actions.filter(isWanted) },
  ].filter(({ entries }) => entries.length > 0)
}
