import { useQueryClient } from '@tanstack/react-query'
import { FileCheck } from 'lucide-react'
import { plantQueries } from '@/api/plants'
import type { WorklistEntry } from '@/domain/renewals/worklist-entry'
import { codePart } from '@/lib/code-part'
import { serverNow, toServerTime } from '@/lib/server-clock'
import { IconButton } from '@/ui/icon-button'
import { useTableExport } from '@/ui/use-table-export'

const evidencePart = codePart(() => import('@/domain/renewals/renewal-evidence'))

interface WorklistProofButtonProps {
  entry: WorklistEntry
  /** The plant's name as it can be shown. */
  name: string
}

/** Saves the evidence of one renewal as CSV. */
export function WorklistProofButton({ entry, name }: WorklistProofButtonProps) {
  const queryClient = useQueryClient()
  const { run, preload } = useTableExport(async () => {
    const exportedAtMs = serverNow()
    const key = plantQueries.detail(entry.plantId).queryKey
    const readAtMs = queryClient.getQueryState(key)?.dataUpdatedAt
    const { renewalEvidence, storedProof } = await evidencePart.load()
    return renewalEvidence([storedProof(entry)], {
      readAtMs: readAtMs ? toServerTime(readAtMs) : exportedAtMs,
      exportedAtMs,
    })
  })
  return (
    <IconButton
      size="sm"
      label={`Export the evidence of ${name}`}
      onPointerEnter={preload}
      onFocus={preload}
      onClick={() => run('csv')}
    >
      <FileCheck aria-hidden className="size-4" />
    </IconButton>
  )
}
