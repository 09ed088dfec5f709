import { clsx } from 'clsx'

export const tabListClass = 'flex gap-4 overflow-x-auto border-b border-line'

export function tabClass(isSelected: boolean): string {
  return clsx(
    'inline-flex h-9 shrink-0 items-center gap-1.5 border-b-2 font-medium whitespace-nowrap no-underline -outline-offset-2 max-md:h-11 max-md:min-w-11 max-md:justify-center',
    isSelected
      ? 'border-accent text-ink forced-colors:border-[Highlight]'
      : 'border-transparent text-muted hover:text-ink forced-colors:border-[Canvas]',
  )
}
