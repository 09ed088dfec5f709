import { useQuery } from '@tanstack/react-query'
import { ChangeValue } from './change-value'
import { UnknownOutcome } from './unknown-outcome'
import { describeError, describeOutcome } from '@/api/error-messages'
import { plantQueries } from '@/api/plants'
import type { Template } from '@/api/templates'
import { type Changes, type Reconciliation, fieldLabels, reconcile } from '@/domain/plant-edit'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { Finding } from '@/ui/finding'

interface UnknownChangeProps {
  plantId: string
  /** The deed, e.g. "Saving the plant". */
  what: string
  error: unknown
  /** What was sent to be changed. */
  sent: Changes
  /** Only later readings tell anything. */
  sentAtMs: number
  templates?: readonly Template[]
  onBack: () => void
  onClose: () => void
}

const findings = {
  done: { tone: 'ok', text: 'It was carried out: the plant has what was sent' },
  partly: { tone: 'warn', text: 'The plant has only part of what was sent' },
  not: { tone: 'warn', text: 'Not carried out' },
} as const satisfies Record<Reconciliation['verdict'], object>

/** Stays as fresh as the page: every reading of the plant is compared with what was sent. */
export function UnknownChange(props: UnknownChangeProps) {
  const { plantId, what, error, sent, sentAtMs, templates = [], onBack, onClose } = props
  const reading = useQuery(plantQueries.detail(plantId))
  const isRead = reading.data !== undefined && reading.dataUpdatedAt > sentAtMs
  const found = isRead ? reconcile(sent, reading.data) : undefined
  return (
    <UnknownOutcome
      explanation={<>{describeOutcome(error, what).detail} The plant itself tells:</>}
      finding={<WhatThePlantSays reading={reading} verdict={found?.verdict} />}
      isLooking={reading.isFetching}
      onLook={() => reading.refetch()}
      onBack={onBack}
      action={
        found?.verdict === 'done' ? (
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
  verdict: Reconciliation['verdict'] | undefined
}

function WhatThePlantSays({ reading, verdict }: WhatThePlantSaysProps) {
  if (reading.error && !reading.isFetching) {
    return (
      <Finding tone="warn">
        The plant could not be read: {describeError(reading.error).title}
      </Finding>
    )
  }
  if (!verdict) {
    return <Finding tone="info">Reading the plant</Finding>
  }
  const { tone, text } = findings[verdict]
  return (
    <Finding tone={tone}>
      {text}, as of <AbsoluteTime value={reading.dataUpdatedAt} />
    </Finding>
  )
}
