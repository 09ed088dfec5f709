import { useEffect, useState } from 'react'
import type { ReactNode } from 'react'
import { Dialog } from './dialog'
import { ShowOnceFooter } from './show-once-footer'
import type { Leaving } from './use-leave-guard'

/** Parts saved or copied so far, and functions to note more. */
export interface Taking {
  /** Names of the files and secrets that were saved or copied; “all” for everything at once. */
  taken: ReadonlySet<string>
  onTaken: (name: string) => void
  onAllTaken: () => void
}

interface ShowOnceDialogProps {
  title: ReactNode
  /** Time for which it is available; a sentence. */
  availability: string
  /** Name of everything that is shown, for questions about it: "the package". */
  noun: string
  /** Names of what has to be stored. */
  names: readonly string[]
  /** Names of what should have been issued and was not. */
  lacks?: readonly string[]
  size?: 'md' | 'lg'
  leaving: Leaving | undefined
  onStored: () => void
  children: (taking: Taking) => ReactNode
}

/** Dialog with newly issued secrets. Only its buttons close it: the secrets may not be available again. */
export function ShowOnceDialog(props: ShowOnceDialogProps) {
  const { title, availability, noun, names, lacks = [], size = 'md', leaving, onStored } = props
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  const isEscapeRefused = useEscapePressed()
  const take = (...more: string[]) => setTaken((now) => new Set([...now, ...more]))
  return (
    <Dialog
      isOpen
      isDismissable={false}
      onClose={() => undefined}
      size={size}
      title={title}
      description={`${availability} Store ${names.length === 1 ? 'the secret' : 'everything'} before you close this.`}
      footer={
        <ShowOnceFooter
          isTaken={taken.size > 0}
          missing={names.filter((name) => !taken.has(name))}
          noun={noun}
          lacks={lacks}
          isEscapeRefused={isEscapeRefused}
          leaving={leaving}
          onClose={onStored}
        />
      }
    >
      {props.children({ taken, onTaken: take, onAllTaken: () => take('all', ...names) })}
    </Dialog>
  )
}

function useEscapePressed(): boolean {
  const [isPressed, setIsPressed] = useState(false)
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape') setIsPressed(true)
    }
    addEventListener('keydown', onKeyDown)
    return () => removeEventListener('keydown', onKeyDown)
  }, [])
  return isPressed
}
