import { clsx } from 'clsx'
import { Monitor } from 'lucide-react'
import { useEffect } from 'react'
import type { OverviewSearch } from './overview-search'
import { usePointerAwake } from './use-pointer-awake'
import { Button } from '@/ui/button'
import { Kbd } from '@/ui/kbd'
import { focusMainIfLost } from '@/ui/main-content'
import { Notice } from '@/ui/notice'
import { PageMark } from '@/ui/page-mark'
import { isDialogOpen } from '@/ui/single-key'
import { useRefreshEveryMs } from '@/ui/use-preference'

interface WallDisplayProps {
  display: OverviewSearch['display']
  onChange: (display: OverviewSearch['display']) => void
}

/** The way to the wall display, or on it the way back. Styles hide everything marked with `with-wall:hidden`. */
export function WallDisplay({ display, onChange }: WallDisplayProps) {
  if (display === 'wall') return <OnWall onExit={() => onChange(undefined)} />
  return (
    <Button
      className="max-md:hidden"
      data-print="hide"
      icon={<Monitor aria-hidden className="size-4" />}
      onClick={() => onChange('wall')}
    >
      Wall display
    </Button>
  )
}

function OnWall({ onExit }: { onExit: () => void }) {
  const isAwake = usePointerAwake()
  const isRefreshing = useRefreshEveryMs() !== false
  useEffect(() => {
    const onKeyDown = ({ key }: KeyboardEvent) => {
      if (key === 'Escape' && !isCovered()) onExit()
    }
    // Ahead of a dialog or menu, which is gone once it has seen the key.
    document.addEventListener('keydown', onKeyDown, true)
    return () => document.removeEventListener('keydown', onKeyDown, true)
  }, [onExit])
  // The button that ended it is gone.
  useEffect(() => () => void focusMainIfLost(), [])
  return (
    <>
      <PageMark mark="wall" />
      <div
        className={clsx(
          'fixed top-2 right-2 z-20 transition-opacity focus-within:opacity-100',
          isAwake ? 'opacity-100' : 'opacity-0',
        )}
      >
        <Button aria-label="Exit wall display" aria-keyshortcuts="Escape" onClick={onExit}>
          <span className="flex items-center gap-2">
            Exit wall display <Kbd>Esc</Kbd>
          </span>
        </Button>
      </div>
      {isRefreshing ? null : (
        <div className="basis-full">
          <Notice tone="warn" title="These figures aren’t refreshed">
            <p>Exit the wall display, and choose an interval at the top of the page.</p>
          </Notice>
        </div>
      )}
    </>
  )
}

function isCovered(): boolean {
  return isDialogOpen() || document.querySelector('[role=menu]') !== null
}
