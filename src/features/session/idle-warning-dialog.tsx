import { useEffect, useRef, useState } from 'react'
import { idleWords } from './session-end-words'
import type { IdleTimeout } from '@/api/session/idle-timeout'
import { useDeployment, usePerson } from '@/api/session/session-context'
import { countdown } from '@/lib/countdown'
import { durationWords } from '@/lib/duration-units'
import { isPageHeld } from '@/lib/held-page'
import { secondMs } from '@/lib/instants'
import { getUnsavedRuns, setUnsavedRuns } from '@/lib/unsaved-runs'
import { unsavedRunsText } from '@/lib/unsaved-runs-text'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'

const tickMs = secondMs / 4
/** Times left at which screen readers hear it. */
const announcedMs = [60 * secondMs, 20 * secondMs]

/** Warning before the session ends for want of use; closes by itself when any tab is used. */
export function IdleWarningDialog({ idle }: { idle: IdleTimeout }) {
  const { config, session } = useDeployment()
  const username = usePerson()?.username ?? ''
  const unsaved = getUnsavedRuns(username)
  const [leftMs, setLeftMs] = useState(() => idle.leftMs())
  const [firstLeftMs] = useState(leftMs)
  const [isUnsaved] = useState(isPageHeld)

  const stay = useRef<HTMLButtonElement>(null)

  // A dialog below takes the focus back from `autoFocus`.
  useEffect(() => stay.current?.focus(), [])
  useEffect(() => {
    const timer = setInterval(() => setLeftMs(idle.leftMs()), tickMs)
    return () => clearInterval(timer)
  }, [idle])

  const announced = announcedMs.findLast((ms) => leftMs <= ms && ms < firstLeftMs)
  return (
    <Dialog
      isOpen
      role="alertdialog"
      title="You’ll be signed out soon"
      description={
        <>
          Plantdeck signs out after {idleWords(config)} without use.
          <span className="sr-only"> You have {wholeSeconds(firstLeftMs)} left.</span>
        </>
      }
      onClose={() => idle.stay()}
      footer={
        <>
          <Button
            variant="quiet"
            onClick={() => {
              setUnsavedRuns(username, 0)
              session.signOut()
            }}
          >
            Sign out
          </Button>
          <Button ref={stay} variant="primary" onClick={() => idle.stay()}>
            Stay signed in
          </Button>
        </>
      }
    >
      <p role="timer" aria-live="off" className="text-2xl font-semibold tabular-nums">
        {countdown(leftMs)} left
      </p>
      <p role="status" className="sr-only">
        {announced === undefined ? null : `${wholeSeconds(announced)} left.`}
      </p>
      {isUnsaved ? (
        <p className="mt-2 text-warn">What isn’t sent or stored on this page will be lost.</p>
      ) : null}
      {unsaved > 0 ? (
        <p className="mt-2">
          {unsavedRunsText(unsaved)} When the time is over, runs are only paused, and kept on this
          device.
        </p>
      ) : null}
    </Dialog>
  )
}

function wholeSeconds(ms: number): string {
  return durationWords(Math.ceil(ms / secondMs) * secondMs)
}
