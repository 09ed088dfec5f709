import { useState } from 'react'
import {
  type CarryRefusal,
  controlRun,
  goOnWith,
  letGoOf,
  noteListChanged,
  reconcileRun,
} from './run-carrier'
import { deleteRun, storeHead } from './run-journal'
import { type KnownRun, changeKnown, forgetKnown, knownRun } from './run-store'
import { useRunPlace, useRunRequests } from './use-runs'
import { printRunFile } from '@/domain/runs/run-document'
import { isOpen } from '@/domain/runs/run-events'
import { type Run, countStates } from '@/domain/runs/run-progress'
import { fileNamePart } from '@/lib/file-name'
import { countOf } from '@/lib/format-count'
import { saveFile } from '@/ui/save-file'
import { toast } from '@/ui/toast'

const refusalWords: Record<CarryRefusal, string> = {
  taken: 'Another tab carries out a run. Only one goes on at a time.',
  busy: 'Another run of this tab isn’t finished. Only one goes on at a time.',
  missing: 'The run isn’t on this device any more, or can’t be read.',
  unavailable:
    'This browser can’t tell its tabs apart here, so two of them might send the same. Open the dashboard over HTTPS.',
}

/** Returns the functions that control a run. */
export function useRunControls({ run }: KnownRun) {
  const place = useRunPlace()
  const requests = useRunRequests()
  const [isReading, setIsReading] = useState(false)
  const { id } = run.document
  const tell = (refusal: CarryRefusal | undefined) => {
    if (refusal) toast.show({ tone: 'warn', title: 'Not started', detail: refusalWords[refusal] })
  }
  return {
    goOn: () => orSay(goOnWith(place, id, requests).then(tell)),
    pause: () => void orSay(controlRun(place, id, { kind: 'pause', reason: 'user' })),
    stop: () => void orSay(controlRun(place, id, { kind: 'stop' })),
    isReading,
    readAgain: async () => {
      setIsReading(true)
      const before = openCount(run)
      await orSay(reconcileRun(place, id, requests).then(tell))
      const left = openCount(knownRun(id)?.run ?? run)
      toast.show({
        tone: 'info',
        title: `Checked ${countOf(before, 'plant')}`,
        detail: left < before ? `${before - left} of them are clear now.` : 'Nothing has changed.',
      })
      setIsReading(false)
    },
    save: async () => {
      const content = await printRunFile(run.document)
      saveFile({ name: `run-${fileNamePart(id)}.json`, content, type: 'application/json' })
    },
    /** Results that may still change are not saved by an export. */
    noteExported: async () => {
      if (isOpen(run)) return
      await orSay(storeHead(place, id, { isExported: true }))
      changeKnown(id, { isExported: true })
      await noteListChanged(place, id)
    },
    remove: async () => {
      letGoOf(id)
      await orSay(deleteRun(place, id))
      forgetKnown(id)
      await noteListChanged(place, id)
    },
  }
}

/** Plants whose outcome a reading may still change. */
function openCount(run: Run): number {
  const counts = countStates(run)
  return (counts.get('unknown') ?? 0) + (counts.get('no-answer') ?? 0)
}

/** Says that this device couldn't store what was asked for, as after its site data was deleted. */
function orSay<Result>(work: Promise<Result>): Promise<Result | undefined> {
  return work.catch(() => {
    toast.show({
      tone: 'danger',
      title: 'The run couldn’t be changed',
      detail: 'This browser couldn’t store it. Reload the page and try again.',
    })
    return undefined
  })
}
