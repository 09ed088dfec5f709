import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button'

interface ReloadButtonProps {
  label: string
  size?: 'sm' | 'md'
  /** Reloads the page; resolves to false when the server does not respond and the page stays. */
  onReload: () => Promise<boolean>
}

export function ReloadButton({ label, size = 'md', onReload }: ReloadButtonProps) {
  const [state, setState] = useState<'idle' | 'asking' | 'unanswered'>('idle')
  async function reload() {
    setState('asking')
    // The button stays pending while the browser leaves the page.
    if (!(await onReload())) setState('unanswered')
  }
  return (
    <>
      <Button
        size={size}
        icon={<RotateCw aria-hidden className="size-4" />}
        isPending={state === 'asking'}
        onClick={() => void reload()}
      >
        {label}
      </Button>
      <span role="status" className="self-center text-muted empty:hidden">
        {state === 'unanswered' ? 'The server doesn’t answer. Try again later.' : null}
      </span>
    </>
  )
}
