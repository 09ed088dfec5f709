import { OutcomeEvidence } from '@/attempts/outcome-evidence'
import { OutcomeFooter } from '@/attempts/outcome-footer'
import { UnknownOutcome } from '@/attempts/unknown-outcome'
import { whyNoPage } from '@/domain/plant/plant-address'
import type { Verdict } from '@/domain/plant/verdict'
import type { useSerialNumberSearch } from '@/plant-ui/use-serial-number-search'
import { Button } from '@/ui/button'
import { UntrustedText } from '@/ui/untrusted-text'
import { useReadAt } from '@/ui/use-read-at'

type Search = ReturnType<typeof useSerialNumberSearch>

interface UnknownCreationProps {
  error: Error
  serialNumber: string
  search: Search
  /** Conclusion from the search; undefined before it ends. */
  verdict: Verdict | undefined
}

/** Outcome of a creation without a readable response: shows whether the list contains the plant. */
export function UnknownCreation({ error, serialNumber, search, verdict }: UnknownCreationProps) {
  const { seen, total } = search.progress
  return (
    <UnknownOutcome
      error={error}
      what="Creating the plant"
      source={
        <>
          The plant list shows whether a plant with serial number{' '}
          <UntrustedText className="font-mono">{serialNumber}</UntrustedText> exists:
        </>
      }
      evidence={
        <OutcomeEvidence
          source="list"
          verdict={verdict}
          error={search.error}
          progress={`Searching: ${seen} of ${total ?? 'an unknown number of'} plants`}
          readAtMs={useReadAt(search.dataUpdatedAt)}
        />
      }
    />
  )
}

interface UnknownCreationFooterProps {
  isDone: boolean
  search: Search
  onBack: () => void
  onClose: () => void
  onOpenPlant: (plantId: string) => void
}

/** Buttons below the outcome of a creation. */
export function UnknownCreationFooter(props: UnknownCreationFooterProps) {
  const { isDone, search, onBack, onClose, onOpenPlant } = props
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
