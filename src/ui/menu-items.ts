import type { ReactNode } from 'react'

export interface MenuAction {
  key: string
  label: string
  icon?: ReactNode
  description?: string
  isDanger?: boolean
  /** The reason why the item is unavailable: shown as the second line, and the item does nothing. */
  disabledReason?: string | null
  onAction: () => void
}

/** Items of a menu, or groups of them, which a line separates. */
export type MenuItems = MenuAction[] | MenuAction[][]
