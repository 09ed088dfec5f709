import { useRef, useState } from 'react'
import type { ComponentType, KeyboardEvent } from 'react'
import { Button } from './button'
import type { ButtonProps } from './button'
import type { MenuProps } from './menu'
import type { MenuItems } from './menu-items'
import { toast } from './toast'
import { type CodePart, codePart } from '@/lib/code-part'
import { missingCodeAdvice, reportMissingCode } from '@/lib/missing-code'

const menuPart = codePart(() => import('./menu'))

const openingKeys: Partial<Record<string, 'first' | 'last'>> = {
  Enter: 'first',
  ' ': 'first',
  ArrowDown: 'first',
  ArrowUp: 'last',
}

interface MenuCode {
  Menu: ComponentType<MenuProps>
}

type MenuButtonProps = Omit<ButtonProps, 'onClick' | 'ref'> & {
  /** Names the menu, and also the button when it shows only an icon. */
  label: string
} & (
    | { items: MenuItems; itemsPart?: undefined }
    /** A menu whose items are loaded with it. */
    | { itemsPart: CodePart<MenuCode>; items?: undefined }
  )

/** Button that opens a menu, whose code is loaded when the pointer or focus approaches, not with the page. */
export function MenuButton(props: MenuButtonProps) {
  const { label, items = [], itemsPart, isIconOnly, ...rest } = props
  const part: CodePart<MenuCode> = itemsPart ?? menuPart
  const triggerRef = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const [focusOn, setFocusOn] = useState<'first' | 'last'>('first')
  // Not React.lazy: after a fallback, React delays the menu by up to 300 ms.
  const [Menu, setMenu] = useState<ComponentType<MenuProps>>()

  async function open(focus: 'first' | 'last') {
    try {
      const loaded = await part.load()
      setMenu(() => loaded.Menu)
      setFocusOn(focus)
      setIsOpen(true)
    } catch {
      toast.show({
        tone: 'danger',
        title: 'Couldn’t load the menu',
        detail: missingCodeAdvice(await reportMissingCode()),
      })
    }
  }

  // Handles Enter and Space too: react-aria would take their click for a screen reader's and move the focus late.
  function openByKey(event: KeyboardEvent) {
    const focus = openingKeys[event.key]
    if (!focus) return
    event.preventDefault()
    if (!event.repeat && !rest.disabledReason && !rest.isPending) void open(focus)
  }

  return (
    <>
      <Button
        {...rest}
        ref={triggerRef}
        isIconOnly={isIconOnly}
        aria-label={isIconOnly ? label : rest['aria-label']}
        tip={isIconOnly ? label : undefined}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onPointerEnter={part.preload}
        onFocus={part.preload}
        onKeyDown={openByKey}
        onClick={() => open('first')}
      />
      {Menu ? (
        <Menu
          label={label}
          items={items}
          isOpen={isOpen}
          onOpenChange={setIsOpen}
          triggerRef={triggerRef}
          focusOn={focusOn}
        />
      ) : null}
    </>
  )
}
