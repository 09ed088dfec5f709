import { Check, Copy, X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from './button'
import type { ButtonSize, ButtonVariant } from './button-class'
import { copyText } from './copy-text'

interface CopyButtonProps {
  /** A function is called on click, for text that is expensive to create or must not be kept. */
  text: string | (() => string)
  label?: string
  onCopied?: () => void
  isIconOnly?: boolean
  variant?: ButtonVariant
  size?: ButtonSize
  className?: string
}

const said = { idle: null, copied: 'Copied', failed: 'Copy failed' } as const
const icons = { idle: Copy, copied: Check, failed: X }
const feedbackMs = 2000

export function CopyButton(props: CopyButtonProps) {
  const { text, label = 'Copy', isIconOnly = true, variant = 'quiet', size = 'sm' } = props
  const [state, setState] = useState<keyof typeof said>('idle')
  const Icon = icons[state]

  useEffect(() => {
    if (state === 'idle') return
    const timer = setTimeout(() => setState('idle'), feedbackMs)
    return () => clearTimeout(timer)
  }, [state])

  async function copy() {
    const isCopied = await copyText(typeof text === 'string' ? text : text())
    setState(isCopied ? 'copied' : 'failed')
    if (isCopied) props.onCopied?.()
  }

  return (
    <>
      <Button
        variant={variant}
        size={size}
        isIconOnly={isIconOnly}
        aria-label={label}
        tip={isIconOnly ? (said[state] ?? label) : undefined}
        icon={<Icon aria-hidden className="size-3.5" />}
        onClick={copy}
        className={props.className}
        data-print="hide"
      >
        {isIconOnly ? null : (said[state] ?? label)}
      </Button>
      <output className="sr-only">{said[state]}</output>
    </>
  )
}
