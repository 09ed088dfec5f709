import type { LucideIcon } from 'lucide-react'

export interface PaletteEntry {
  key: string
  label: string
  detail?: string
  icon: LucideIcon
  disabledReason?: string | undefined
  onAction: () => void
}
