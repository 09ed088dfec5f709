import { type SyntheticEvent, useState } from 'react'
import { attentionTitle, groupSeverity } from '@/domain/attention/attention-rules'
import type { AttentionGroup } from '@/domain/attention/attention-survey'
import { longestSnoozeMs } from '@/domain/attention/snooze'
import { durationWords } from '@/lib/duration-units'
import { dayMs, hourMs } from '@/lib/instants'
import { serverNow } from '@/lib/server-clock'
import { Button } from '@/ui/button'
import { Dialog } from '@/ui/dialog'
import { NativeSelect } from '@/ui/native-select'
import { TextField } from '@/ui/text-field'

interface SnoozeDialogProps {
  group: AttentionGroup
  onClose: () => void
  onSnooze: (given: { reason: string; untilMs: number }) => void
}

const formId = 'snooze'
const spans = [hourMs, 4 * hourMs, 8 * hourMs, dayMs, 3 * dayMs, 7 * dayMs, 14 * dayMs, 30 * dayMs]

/** Asks for the reason and the end of a snooze. */
export function SnoozeDialog({ group, onClose, onSnooze }: SnoozeDialogProps) {
  const severity = groupSeverity(group)
  const offered = spans.filter((spanMs) => spanMs <= longestSnoozeMs[severity])
  const [reason, setReason] = useState('')
  const [spanMs, setSpanMs] = useState(offered[0] ?? hourMs)
  const [isChecked, setIsChecked] = useState(false)
  const isMissing = reason.trim() === ''

  function submit(event: SyntheticEvent) {
    event.preventDefault()
    setIsChecked(true)
    if (!isMissing) onSnooze({ reason, untilMs: serverNow() + spanMs })
  }

  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={`Snooze: ${attentionTitle(group.key, group.plants.length)}`}
      description="On this device, for you only. It comes back earlier if it gets worse."
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button type="submit" form={formId} variant="primary">
            Snooze
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} noValidate className="flex flex-col gap-3">
        <TextField
          label="Reason"
          isRequired
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- the dialog asks for it first
          autoFocus
          autoComplete="off"
          maxLength={200}
          value={reason}
          onChange={({ target }) => setReason(target.value)}
          error={isChecked && isMissing ? 'Say why it can wait.' : undefined}
        />
        <NativeSelect
          label="For"
          value={spanMs}
          onChange={({ target }) => setSpanMs(Number(target.value))}
        >
          {offered.map((ms) => (
            <option key={ms} value={ms}>
              {durationWords(ms)}
            </option>
          ))}
        </NativeSelect>
      </form>
    </Dialog>
  )
}
