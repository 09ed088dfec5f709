import { ChangeValue } from './change-value'
import type { ChangeFound } from './use-change-found'
import { describeError, describeOutcome } from '@/api/error-messages'
import type { Template } from '@/api/templates'
import { UnknownOutcome } from '@/attempts/unknown-outcome'
import { type Reconciliation, fieldLabels } from '@/domain/plant/plant-edit'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { Finding } from '@/ui/finding'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { UntrustedText } from '@/ui/untrusted-text'
import { useReadAt } from '@/ui/use-read-at'

interface UnknownChangeProps {
  /** Names the attempt, as "Saving FVE Tábor". */
  what: string
  error: Error
  change: ChangeFound
  templates?: readonly Template[]
  onBack: () => void
  onClose: () => void
}

const findings = {
  done: { tone: 'ok', text: 'Saved: the plant has the values that were sent' },
  partly: { tone: 'warn', text: 'The plant has only some of the values that were sent' },
  'not-done': { tone: 'warn', text: 'Not saved' },
  'cannot-tell': {
    tone: 'warn',
    text: 'We can’t tell whether the change was made: the plant has the same values in another format',
  },
} as const satisfies Record<Reconciliation['kind'], object>

const lost = {
  tone: 'warn',
  text: 'We can’t tell whether the change was made: the plant’s current values are unreadable',
} as const

/** Outcome of a change without a readable response: shows how new readings of the plant compare with it. */
export function UnknownChange(props: UnknownChangeProps) {
  const { what, error, change, templates = [], onBack, onClose } = props
  const { reading, found, isDoneAfterRefusal } = change
  return (
    <UnknownOutcome
      explanation={
        isDoneAfterRefusal ? (
          <>
            The server refused the change, but the plant has these values. A browser may have sent
            the request twice:{' '}
            <UntrustedText isMultiline>{describeError(error).detail}</UntrustedText>
          </>
        ) : (
          <>{describeOutcome(error, what).detail} The plant itself shows:</>
        )
      }
      finding={<WhatThePlantSays reading={reading} found={found} />}
      isLooking={reading.isFetching}
      onLook={reading.readAgain}
      onBack={onBack}
      action={
        found?.kind === 'done' ? (
          <Button variant="primary" onClick={onClose}>
            Close
          </Button>
        ) : null
      }
    >
      {found ? (
        <Table label="What was sent" isCards>
          <THead>
            <Tr>
              <Th>Field</Th>
              <Th>Sent</Th>
              <Th>Now on the server</Th>
            </Tr>
          </THead>
          <TBody>
            {found.fields.map(({ field, ...values }) => (
              <Tr key={field}>
                <Td isCardTitle>{fieldLabels[field]}</Td>
                <Td label="Sent">
                  <ChangeValue
                    field={field}
                    value={values.sent}
                    label={`${fieldLabels[field]}, sent`}
                    templates={templates}
                  />
                </Td>
                <Td label="Now on the server">
                  <ChangeValue
                    field={field}
                    value={values.now}
                    isUnreadable={values.isUnreadable}
                    label={`${fieldLabels[field]}, now`}
                    templates={templates}
                  />
                </Td>
              </Tr>
            ))}
          </TBody>
        </Table>
      ) : null}
    </UnknownOutcome>
  )
}

interface WhatThePlantSaysProps {
  reading: { error: Error | null; isFetching: boolean; dataUpdatedAt: number }
  found: Reconciliation | undefined
}

function WhatThePlantSays({ reading, found }: WhatThePlantSaysProps) {
  const readAtMs = useReadAt(reading.dataUpdatedAt)
  if (reading.error && !reading.isFetching) {
    return (
      <Finding tone="warn">Couldn’t load the plant: {describeError(reading.error).title}</Finding>
    )
  }
  if (!found) {
    return <Finding tone="info">Loading the plant</Finding>
  }
  const isLost = found.kind === 'cannot-tell' && found.fields.some((f) => f.isUnreadable)
  const { tone, text } = isLost ? lost : findings[found.kind]
  return (
    <Finding tone={tone}>
      {text}, as of <AbsoluteTime value={readAtMs} />
    </Finding>
  )
}
