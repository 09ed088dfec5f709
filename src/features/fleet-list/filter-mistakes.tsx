import type { FilterMistake } from '@/domain/fleet/filter-text'
import { unappliedWords } from '@/domain/fleet/unapplied-conditions'
import { Button } from '@/ui/button'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

interface FilterMistakesProps {
  id: string
  text: string
  mistakes: readonly FilterMistake[]
  onCorrect: (text: string) => void
}

/** What the filter line says that has no meaning: where, and what may have been meant. */
export function FilterMistakes({ id, text, mistakes, onCorrect }: FilterMistakesProps) {
  const unapplied = unappliedWords(text, mistakes)
  return (
    <div id={id} role="status" className="text-sm text-danger empty:hidden">
      {mistakes.map(({ column, length, message, suggestion }) => (
        <p key={column} className="mt-1 flex flex-wrap items-center gap-x-2">
          <span>
            Column {column}: <UntrustedText isCut>{message}</UntrustedText>
          </span>
          {suggestion === undefined ? null : (
            <Button
              size="sm"
              onClick={() =>
                onCorrect(text.slice(0, column - 1) + suggestion + text.slice(column - 1 + length))
              }
            >
              Use “{visibleText(suggestion)}”
            </Button>
          )}
        </p>
      ))}
      {unapplied === undefined ? null : (
        <p className="mt-1">
          <UntrustedText isCut>{unapplied}</UntrustedText>
        </p>
      )}
    </div>
  )
}
