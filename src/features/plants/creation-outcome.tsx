import type { CreationFound } from './use-creation-found'
import type { CreatePlant } from '@/api/plant-write-schemas'
import { OutcomeEvidence } from '@/attempts/outcome-evidence'
import { OutcomeFooter } from '@/attempts/outcome-footer'
import { RefusedOutcome } from '@/attempts/refused-outcome'
import { UnknownOutcome } from '@/attempts/unknown-outcome'
import type { FailedAttempt } from '@/domain/actions/attempt'
import { whyNoPage } from '@/domain/plant/plant-address'
import { Button } from '@/ui/button'
import { UntrustedText } from '@/ui/untrusted-text'
import { useReadAt } from '@/ui/use-read-at'

interface CreationOutcomeProps {
  failed: FailedAttempt<CreatePlant>
  found: CreationFound
}

/** Shows whether the list contains the plant that was sent. */
export function CreationEvidence({ found }: { found: CreationFound }) {
  const { search, verdict, isRefused } = found
  const { seen, total } = search.progress
  return (
    <OutcomeEvidence
      source="list"
      verdict={verdict}
      error={search.error}
      progress={`Searching: ${seen} of ${total ?? 'an unknown number of'} plants`}
      readAtMs={useReadAt(search.dataUpdatedAt)}
      isRefused={isRefused}
    />
  )
}

/** Outcome of a creation without a readable response, or of one that was refused although the plant exists. */
export function CreationOutcome({ failed, found }: CreationOutcomeProps) {
  const evidence = <CreationEvidence found={found} />
  if (found.isRefused) return <RefusedOutcome error={failed.error} evidence={evidence} />
  return (
    <UnknownOutcome
      error={failed.error}
      what="Creating the plant"
      source={
        <>
          The plant list shows whether a plant with serial number{' '}
          <UntrustedText className="font-mono">{failed.sent.serialNumber}</UntrustedText> exists:
        </>
      }
      evidence={evidence}
    />
  )
}

interface CreationFooterProps {
  found: CreationFound
  onBack: () => void
  onClose: () => void
  onOpenPlant: (plantId: string) => void
}

/** Buttons below the outcome of a creation. */
export function CreationFooter({ found, onBack, onClose, onOpenPlant }: CreationFooterProps) {
  const { isDone, search } = found
  const plant = search.data?.plant
  const check = { isChecking: search.isFetching, onCheck: () => search.refetch() }
  return (
    <OutcomeFooter
      back={isDone ? undefined : { label: 'Back to the form', onBack }}
      check={isDone && plant ? undefined : check}
    >
      {isDone ? <Button onClick={onClose}>Close</Button> : null}
      {plant ? (
        <Button
          variant="primary"
          disabledReason={whyNoPage(plant.id)}
          onClick={() => onOpenPlant(plant.id)}
        >
          Open plant
        </Button>
      ) : null}
    </OutcomeFooter>
  )
}
