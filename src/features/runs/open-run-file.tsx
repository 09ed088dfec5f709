import { FolderOpen } from 'lucide-react'
import { useRef, useState } from 'react'
import { addRun } from './add-run'
import type { RunPlace } from './run-journal'
import { readRunFile } from '@/domain/runs/run-document'
import { Button } from '@/ui/button'
import { toast } from '@/ui/toast'

/** A run of 10,000 plants has 4 MB. */
const maxBytes = 32 * 1024 * 1024

interface OpenRunFileProps {
  place: RunPlace
  onOpened: (runId: string) => void
}

/** Opens the file of a run that was planned elsewhere, to review it and carry it out. */
export function OpenRunFile({ place, onOpened }: OpenRunFileProps) {
  const inputRef = useRef<HTMLInputElement>(null)
  const [isReading, setIsReading] = useState(false)

  async function open(file: File) {
    setIsReading(true)
    const problem = await openFile(file, place, onOpened).catch(
      () => 'This browser can’t store the run.',
    )
    setIsReading(false)
    if (problem !== undefined)
      toast.show({ tone: 'danger', title: 'The file wasn’t opened', detail: problem })
  }

  return (
    <>
      <Button
        icon={<FolderOpen aria-hidden className="size-4" />}
        isPending={isReading}
        onClick={() => inputRef.current?.click()}
      >
        Open plan file
      </Button>
      <input
        ref={inputRef}
        type="file"
        accept=".json,application/json"
        aria-label="Plan file"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? []
          if (file) void open(file)
          // The same file can be chosen again.
          currentTarget.value = ''
        }}
      />
    </>
  )
}

async function openFile(
  file: File,
  place: RunPlace,
  onOpened: (runId: string) => void,
): Promise<string | undefined> {
  if (file.size > maxBytes) return 'The file is too large for a run.'
  const read = await readRunFile(await file.text())
  if (typeof read === 'string') return read
  const stored = await addRun(place, read.document)
  if (stored === 'other') return 'Another run with the same ID is on this device.'
  // A run that is already here keeps its results.
  onOpened(read.document.id)
  return undefined
}
