import { RotateCw } from 'lucide-react'
import { useState } from 'react'
import { Button } from './button'

interface ReloadButtonProps {
  label: string
  size?: 'sm' | 'md'
  /** Reloads the page; resolves to false when the server doesn’t respond and the page stays. */
  onReload: () => Promise<boolean>
}

export function ReloadButton({ label, size = 'md', onReload }: ReloadButtonProps) {
  const [state, setState] = useState<'idle' | 'asking' | 'no-response'>('idle')
  async function reload() {
    setState('asking')
    // The button stays pending while the browser leaves the page.
    if (!(await onReload())) setState('no-response')
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
        {state === 'no-response' ? 'The server isn’t responding. Try again later.' : null}
      </span>
    </>
  )
}
