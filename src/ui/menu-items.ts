import type { ReactNode } from 'react'

export interface MenuAction {
  key: string
  label: string
  icon?: ReactNode
  /** A second line. */
  description?: string
  isDanger?: boolean
  /** The reason why the item is unavailable: shown as the second line, and the item does nothing. */
  disabledReason?: string | null
  onAction: () => void
}

/** Groups are separated by a line. */
export type MenuItems = MenuAction[] | MenuAction[][]
