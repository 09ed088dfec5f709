import type { LucideIcon } from 'lucide-react'

/** One entry of the palette. */
export interface PaletteEntry {
  key: string
  label: string
  detail?: string
  icon: LucideIcon
  disabledReason?: string | undefined
  onAction: () => void
}
