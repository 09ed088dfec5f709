import { clsx } from 'clsx'
import { useId } from 'react'
import type { ReactNode, RefObject } from 'react'
import { Menu as AriaMenu, MenuItem, Separator } from 'react-aria-components/Menu'
import { Popover } from 'react-aria-components/Popover'
import { Text } from 'react-aria-components/Text'
import type { MenuAction, MenuItems } from './menu-items'

export interface MenuProps {
  label: string
  items: MenuItems
  header?: ReactNode
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  triggerRef: RefObject<HTMLElement | null>
  focusOn?: 'first' | 'last'
}

/** Menu to be imported lazily (as MenuButton does), because it depends on react-aria. */
export function Menu({
  label,
  items,
  header,
  isOpen,
  onOpenChange,
  triggerRef,
  focusOn = 'first',
}: MenuProps) {
  const headerId = useId()
  return (
    <Popover
      triggerRef={triggerRef}
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      trigger="MenuTrigger"
      placement="bottom end"
      offset={4}
      aria-label={label}
      className="max-w-80 min-w-44 overflow-y-auto rounded-md border border-line-strong bg-raised p-1 shadow-overlay"
    >
      {header ? (
        <div id={headerId} className="-mx-1 mb-1 border-b border-line px-3 pt-1 pb-2">
          {header}
        </div>
      ) : null}
      <AriaMenu
        aria-label={label}
        aria-describedby={header ? headerId : undefined}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- a menu takes the focus when it opens
        autoFocus={focusOn}
        onClose={() => onOpenChange(false)}
        className="outline-none"
      >
        {inGroups(items).flatMap((group, index) => [
          index > 0 ? (
            <Separator
              key={`before ${group[0]?.key}`}
              className="-mx-1 my-1 border-t border-line"
            />
          ) : null,
          ...group.map(renderItem),
        ])}
      </AriaMenu>
    </Popover>
  )
}

function inGroups(items: MenuItems): MenuAction[][] {
  const groups: MenuAction[][] = []
  for (const item of items) {
    if (Array.isArray(item)) groups.push(item)
    else if (groups[0]) groups[0].push(item)
    else groups.push([item])
  }
  return groups
}

/** Disabled items stay focusable, because users need to read the reason. */
function renderItem(item: MenuAction) {
  const isRefused = Boolean(item.disabledReason)
  const secondLine = item.disabledReason || item.description
  return (
    <MenuItem
      key={item.key}
      id={item.key}
      textValue={item.label}
      shouldCloseOnSelect={!isRefused}
      onAction={isRefused ? undefined : item.onAction}
      render={(props) =>
        'href' in props ? (
          <a {...props}>{props.children}</a>
        ) : (
          <div {...props} aria-disabled={isRefused || undefined} />
        )
      }
      className={clsx(
        'flex min-h-8 items-center gap-2 rounded-sm px-2 py-1 -outline-offset-2 focus:bg-hover max-md:min-h-11',
        isRefused ? 'cursor-not-allowed text-faint' : 'cursor-pointer',
        !isRefused && (item.isDanger ? 'text-danger' : 'text-ink'),
      )}
    >
      {item.icon}
      <span className="flex min-w-0 flex-col">
        <Text slot="label">{item.label}</Text>
        {secondLine ? (
          <Text slot="description" className="text-xs text-muted">
            {secondLine}
          </Text>
        ) : null}
      </span>
    </MenuItem>
  )
}
