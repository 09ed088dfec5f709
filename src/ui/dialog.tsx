import { clsx } from 'clsx'
import { X } from 'lucide-react'
import { useEffect, useId } from 'react'
import type { ReactNode } from 'react'
import { Dialog as AriaDialog } from 'react-aria-components/Dialog'
import { Heading } from 'react-aria-components/Heading'
import { Modal, ModalOverlay } from 'react-aria-components/Modal'
import { IconButton } from './icon-button'
import { focusMainIfLost } from './main-content'
import { PageMark } from './page-mark'

interface DialogProps {
  isOpen: boolean
  /** Called on Escape, a click outside and the close button; never when `isDismissable` is false. */
  onClose: () => void
  title: ReactNode
  description?: ReactNode
  children?: ReactNode
  footer?: ReactNode
  isDismissable?: boolean
  /** "alertdialog" for a question that interrupts. */
  role?: 'dialog' | 'alertdialog'
  size?: 'sm' | 'md' | 'lg'
  /** Keeps the top edge in place while the height changes. */
  isAtTop?: boolean
}

const widths = { sm: 'md:max-w-md', md: 'md:max-w-xl', lg: 'md:max-w-4xl' }

/**
 * Modal dialog whose content scrolls, or all of it in a low window. Import it lazily, because it depends on react-aria.
 * Mount it with `isOpen`, so that closing can be animated.
 */
export function Dialog(props: DialogProps) {
  const { isOpen, onClose, title, description, children, footer, role, size = 'sm' } = props
  const { isDismissable = true, isAtTop = false } = props
  const descriptionId = useId()
  useEffect(() => () => void focusMainIfLost(), [])
  return (
    <ModalOverlay
      isOpen={isOpen}
      onOpenChange={(isStaying) => (isStaying ? undefined : onClose())}
      isDismissable={isDismissable}
      isKeyboardDismissDisabled={!isDismissable}
      className={clsx(
        'fixed inset-0 z-40 flex justify-center bg-scrim transition-opacity duration-100 entering:opacity-0 exiting:opacity-0 max-md:pt-4 max-md:with-toast:pt-28 md:p-8 short:p-0!',
        isAtTop ? 'items-start' : 'items-center max-md:items-end',
      )}
    >
      <Modal
        className={clsx(
          'flex max-h-full w-full rounded-lg border border-line bg-raised shadow-overlay max-md:rounded-b-none short:block short:max-h-dvh short:overflow-y-auto',
          widths[size],
        )}
      >
        <AriaDialog
          role={role}
          aria-describedby={description ? descriptionId : undefined}
          className="flex min-h-0 w-full flex-col outline-none"
        >
          <PageMark mark="dialog" />
          <div className="flex items-start gap-2 px-4 pt-3 pb-2">
            <div className="min-w-0 flex-1 py-1">
              <Heading slot="title" className="text-lg font-semibold wrap-anywhere">
                {title}
              </Heading>
              {description ? (
                <div id={descriptionId} className="mt-1 wrap-anywhere text-muted">
                  {description}
                </div>
              ) : null}
            </div>
            {isDismissable ? (
              <IconButton label="Close" onClick={onClose} className="max-md:-mt-1 max-md:-mr-3.5">
                <X aria-hidden className="size-4" />
              </IconButton>
            ) : null}
          </div>
          {children ? (
            <div className="min-h-0 flex-1 overflow-y-auto px-4 pt-1 pb-4 short:overflow-visible">
              {children}
            </div>
          ) : null}
          {footer ? (
            <div className="flex justify-end gap-2 border-t border-line px-4 py-3 max-md:flex-col-reverse">
              {footer}
            </div>
          ) : null}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  )
}
