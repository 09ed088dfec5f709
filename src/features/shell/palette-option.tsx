import { useEffect, useRef } from 'react'
import type { PaletteEntry } from './palette-entry'
import { UntrustedText } from '@/ui/untrusted-text'

interface PaletteOptionProps {
  id: string
  entry: PaletteEntry
  isChosen: boolean
  onRun: () => void
}

export function PaletteOption({ id, entry, isChosen, onRun }: PaletteOptionProps) {
  const { label, detail, icon: Icon, disabledReason } = entry
  const option = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isChosen) option.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  return (
    // The keyboard selects options through the field (aria-activedescendant), never by focus.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- see above
    <div
      ref={option}
      id={id}
      role="option"
      aria-selected={isChosen}
      aria-disabled={disabledReason !== undefined}
      onClick={onRun}
      className="flex min-h-8 cursor-pointer items-center gap-2 rounded-sm px-2 py-1 hover:bg-hover aria-disabled:cursor-not-allowed aria-disabled:text-faint aria-selected:bg-selected max-md:min-h-11"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-muted" />
      <span className="min-w-0 flex-1 truncate">
        <UntrustedText isCut>{label}</UntrustedText>
      </span>
      {(disabledReason ?? detail) ? (
        <span className="shrink-0 text-xs text-muted">
          <UntrustedText isCut>{disabledReason ?? detail}</UntrustedText>
        </span>
      ) : null}
    </div>
  )
}
