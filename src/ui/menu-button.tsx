import { lazy, Suspense, useRef, useState } from 'react'
import type { KeyboardEvent } from 'react'
import { Button } from './button'
import type { ButtonProps } from './button'
import type { MenuItems } from './menu-items'

const loadMenu = () => import('./menu')
const Menu = lazy(async () => ({ default: (await loadMenu()).Menu }))
// A failed preload is no event: opening the menu asks again and reports.
const preloadMenu = () => void loadMenu().catch(() => undefined)

interface MenuButtonProps extends Omit<ButtonProps, 'onClick' | 'ref'> {
  /** Names the menu, and the button too when it shows only an icon. */
  label: string
  items: MenuItems
}

/** The menu's code is fetched when the pointer or the focus comes near, not with the page. */
export function MenuButton({ label, items, isIconOnly, ...rest }: MenuButtonProps) {
  const triggerRef = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [focusOn, setFocusOn] = useState<'first' | 'last'>('first')
  const [wasOpened, setWasOpened] = useState(false)

  function open(focus: 'first' | 'last') {
    setFocusOn(focus)
    setWasOpened(true)
    setIsOpen(true)
  }

  function openByArrow(event: KeyboardEvent) {
    if (rest.disabledReason || (event.key !== 'ArrowDown' && event.key !== 'ArrowUp')) return
    event.preventDefault()
    open(event.key === 'ArrowDown' ? 'first' : 'last')
  }

  return (
    <>
      <Button
        {...rest}
        ref={triggerRef}
        isIconOnly={isIconOnly}
        aria-label={isIconOnly ? label : undefined}
        tip={isIconOnly ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={preloadMenu}
        onFocus={preloadMenu}
        onKeyDown={openByArrow}
        onClick={() => open('first')}
      />
      {wasOpened ? (
        <Suspense fallback={null}>
          <Menu
            label={label}
            items={items}
            isOpen={isOpen}
            onOpenChange={setIsOpen}
            triggerRef={triggerRef}
            focusOn={focusOn}
          />
        </Suspense>
      ) : null}
    </>
  )
}
