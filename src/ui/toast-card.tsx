import { Link } from '@tanstack/react-router'
import { X } from 'lucide-react'
import { useEffect, useState } from 'react'
import { buttonClass } from './button-class'
import { IconButton } from './icon-button'
import { LazyCopyButton } from './lazy-copy-button'
import { PageMark } from './page-mark'
import { staysUntilDismissed, toast } from './toast'
import type { ToastEntry } from './toast'
import { toneText } from './tone-classes'
import { ToneIcon } from './tone-icon'
import { UntrustedText } from './untrusted-text'

const standsMs = 6000

/** One toast. Unless it is a warning or an error, or has a link, it disappears after 6 s without hover or focus. */
export function ToastCard({ entry }: { entry: ToastEntry }) {
  const { key, tone, title, detail, link, count } = entry
  const [isHeld, setIsHeld] = useState(false)
  const isLasting = staysUntilDismissed(entry)

  useEffect(() => {
    if (isLasting || isHeld) return
    const timer = setTimeout(() => toast.dismiss(key), standsMs)
    return () => clearTimeout(timer)
  }, [isLasting, isHeld, key])

  return (
    <div
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
      className="pointer-events-auto flex items-start gap-2 rounded-md border border-line-strong bg-raised p-2 pl-3 max-md:p-0 max-md:pl-3"
    >
      <PageMark mark="toast" />
      <ToneIcon tone={tone} className={`mt-1 size-4 max-md:mt-3.5 ${toneText[tone]}`} />
      <div className="min-w-0 flex-1 py-0.5 max-md:py-3">
        <p className="font-medium wrap-anywhere">
          <UntrustedText>{title}</UntrustedText>
          {count > 1 ? <span className="text-muted"> ({count} times)</span> : null}
        </p>
        {detail ? (
          <p className="text-sm wrap-anywhere whitespace-pre-wrap text-muted">
            <UntrustedText isMultiline>{detail}</UntrustedText>
          </p>
        ) : null}
        {link ? (
          <Link
            {...link.to}
            onClick={() => toast.dismiss(key)}
            className={`mt-1 ${buttonClass({ variant: 'secondary', size: 'sm' })}`}
          >
            {link.label}
          </Link>
        ) : null}
      </div>
      {isLasting && !link ? (
        <LazyCopyButton text={detail ? `${title}\n${detail}` : title} label="Copy message" />
      ) : null}
      <IconButton label="Dismiss" size="sm" onClick={() => toast.dismiss(key)}>
        <X aria-hidden className="size-4" />
      </IconButton>
    </div>
  )
}
