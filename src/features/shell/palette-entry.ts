import type { LucideIcon } from 'lucide-react'

/** One thing that the palette offers. */
export interface PaletteEntry {
  key: string
  label: string
  detail?: string
  icon: LucideIcon
  disabledReason?: string | undefined
  onAction: () => void
}
