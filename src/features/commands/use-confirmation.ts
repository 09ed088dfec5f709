import { useEffect, useState } from 'react'
import type { CommandsSearch, OnCommandsSearch } from './commands-search'
import type { ReviewedCommand } from './composer'

/**
 * The command whose confirmation is open. The URL states only that one is open, so that Back closes it like every dialog of
 * a plant; its content is never taken from there, so after a reload none is open.
 */
export function useConfirmation(
  { confirm }: Pick<CommandsSearch, 'confirm'>,
  onSearchChange: OnCommandsSearch,
) {
  const [asked, setAsked] = useState<ReviewedCommand>()
  const [wasOpen, setWasOpen] = useState(confirm)
  if (wasOpen !== confirm) {
    setWasOpen(confirm)
    if (!confirm) setAsked(undefined)
  }
  const isStray = confirm === true && asked === undefined
  useEffect(() => {
    if (isStray) onSearchChange({ confirm: undefined }, true)
  }, [isStray, onSearchChange])
  return {
    asked,
    ask: (command: ReviewedCommand) => {
      setAsked(command)
      onSearchChange({ confirm: true })
    },
    close: () => {
      setAsked(undefined)
      onSearchChange({ confirm: undefined }, true)
    },
  }
}
