import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { ChangeValue } from './change-value'
import type { LostAnswer } from '@/attempts/lost-answer'
import { isPlantGone } from '@/attempts/refusal'
import { UnknownOutcome } from '@/attempts/unknown-outcome'
import { failureToast } from '@/attempts/use-sending'
import { describeError, describeOutcome } from '@/api/error-messages'
import { plantQueries } from '@/api/plants'
import type { Template } from '@/api/templates'
import {
  type Changes,
  type Reconciliation,
  fieldLabels,
  reconcile,
} from '@/domain/plant/plant-edit'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Button } from '@/ui/button'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { Finding } from '@/ui/finding'
import { useOnLeaving } from '@/ui/use-on-leaving'
import { useReadAt } from '@/ui/use-read-at'

interface UnknownChangeProps {
  plantId: string
  /** The deed, e.g. "Saving FVE Tábor". */
  what: string
  answer: LostAnswer
  /** What was sent to be changed. */
  sent: Changes
  templates?: readonly Template[]
  onBack: () => void
  onClose: () => void
}

const findings = {
  done: { tone: 'ok', text: 'It was carried out: the plant has what was sent' },
  partly: { tone: 'warn', text: 'The plant has only part of what was sent' },
  not: { tone: 'warn', text: 'Not carried out' },
  'cannot-tell': {
    tone: 'warn',
    text: 'It cannot be told whether it was carried out: the plant has the same values, written otherwise',
  },
} as const satisfies Record<Reconciliation['verdict'], object>

const lost = {
  tone: 'warn',
  text: 'We can’t tell whether the change was made: what the plant has now is unreadable',
} as const

const goneDetail =
  'It was sent, but no readable answer came. The plant can no longer be read here: it was moved, or somebody deleted it.'

/** Stays as fresh as the page: every reading of the plant is compared with what was sent. */
export function UnknownChange(props: UnknownChangeProps) {
  const { plantId, what, answer, sent, templates = [], onBack, onClose } = props
  const { error, endedAtMs, tell } = answer
  const queryClient = useQueryClient()
  const detail = plantQueries.detail(plantId)
  const reading = useQuery({ ...detail, refetchOnMount: 'always' })
  const isRead = reading.data !== undefined && reading.dataUpdatedAt > endedAtMs
  const found = isRead ? reconcile(sent, reading.data) : undefined
  const isBackInForm = useRef(false)
  // Back takes the dialog out of the address; a plant that is gone takes it off the page.
  useOnLeaving(() => {
    if (isBackInForm.current || found?.verdict === 'done') return
    const isGone = isPlantGone(queryClient.getQueryState(detail.queryKey)?.error)
    tell(isGone ? { ...failureToast(error, what), detail: goneDetail } : failureToast(error, what))
  })
  return (
    <UnknownOutcome
      explanation={<>{describeOutcome(error, what).detail} The plant itself tells:</>}
      finding={<WhatThePlantSays reading={reading} found={found} />}
      isLooking={reading.isFetching}
      onLook={() => reading.refetch()}
      onBack={() => {
        isBackInForm.current = true
        onBack()
      }}
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
      <Finding tone="warn">
        The plant could not be read: {describeError(reading.error).title}
      </Finding>
    )
  }
  if (!found) {
    return <Finding tone="info">Reading the plant</Finding>
  }
  const isLost = found.verdict === 'cannot-tell' && found.fields.some((f) => f.isUnreadable)
  const { tone, text } = isLost ? lost : findings[found.verdict]
  return (
    <Finding tone={tone}>
      {text}, as of <AbsoluteTime value={readAtMs} />
    </Finding>
  )
}
