import type { ReactNode } from 'react'
import type { FilterMistake } from '@/domain/fleet/filter-text'
import type { FilterWarning } from '@/domain/fleet/filter-warnings'
import { unappliedWords } from '@/domain/fleet/unapplied-conditions'
import { Button } from '@/ui/button'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

interface FilterMistakesProps {
  id: string
  text: string
  mistakes: readonly FilterMistake[]
  warnings: readonly FilterWarning[]
  onCorrect: (text: string) => void
}

/** Mistakes in the filter line, then conditions that it applies but that were probably not meant. */
export function FilterMistakes(props: FilterMistakesProps) {
  const { id, text, mistakes, warnings, onCorrect } = props
  const unapplied = unappliedWords(text, mistakes)
  return (
    <div id={id} role="status" className="text-sm text-danger empty:hidden">
      {mistakes.map((mistake) => (
        <Remark key={mistake.column} {...mistake} text={text} onCorrect={onCorrect}>
          Column {mistake.column}: <UntrustedText isCut>{mistake.message}</UntrustedText>
        </Remark>
      ))}
      {unapplied === undefined ? null : (
        <p className="mt-1">
          <UntrustedText isCut>{unapplied}</UntrustedText>
        </p>
      )}
      {warnings.map((warning) => (
        <Remark
          key={`${warning.column} ${warning.message}`}
          {...warning}
          text={text}
          onCorrect={onCorrect}
        >
          <UntrustedText isCut className="text-warn">
            {warning.message}
          </UntrustedText>
        </Remark>
      ))}
    </div>
  )
}

interface RemarkProps extends Omit<FilterWarning, 'message'> {
  text: string
  onCorrect: (text: string) => void
  children: ReactNode
}

function Remark({ column, length, suggestion, text, onCorrect, children }: RemarkProps) {
  const [before, after] = [text.slice(0, column - 1), text.slice(column - 1 + length)]
  return (
    <p className="mt-1 flex flex-wrap items-center gap-x-2">
      <span>{children}</span>
      {suggestion === undefined ? null : (
        <Button size="sm" onClick={() => onCorrect(before + suggestion + after)}>
          Use “{visibleText(suggestion)}”
        </Button>
      )}
    </p>
  )
}
