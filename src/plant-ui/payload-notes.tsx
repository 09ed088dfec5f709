import {
  byteLength,
  inexactText,
  maxPayloadBytes,
  payloadMistake,
  repetitionText,
} from '@/domain/commands/payload-check'
import { formatCount } from '@/lib/format-count'
import { Finding } from '@/ui/finding'
import { UntrustedText } from '@/ui/untrusted-text'

interface PayloadNotesProps {
  payload: string
  /** False when the mistake is shown as the field's error. */
  isMistakeShown: boolean
  /** Contradictions to the template. */
  findings: readonly string[]
  isExample: boolean
}

/** Notes on a payload while it is typed; nothing but a mistake keeps it from being sent. */
export function PayloadNotes({ payload, isMistakeShown, findings, isExample }: PayloadNotesProps) {
  const size = byteLength(payload)
  const warnings = [repetitionText(payload), inexactText(payload), ...findings]
  return (
    <>
      {(isMistakeShown ? payloadMistake(payload) : undefined) ??
        'A JSON object, sent exactly as you type it.'}{' '}
      <span className="tabular-nums">
        {formatCount(size)} of {formatCount(maxPayloadBytes)} bytes
        {size > maxPayloadBytes ? ': controllers may not take a message of this size.' : '.'}
      </span>
      {isExample ? (
        <Finding tone="warn">
          These are the template’s example values. Replace them with your own.
        </Finding>
      ) : null}
      {warnings.map((text) =>
        text === undefined ? null : (
          <Finding key={text} tone="warn">
            <UntrustedText>{text}</UntrustedText>
          </Finding>
        ),
      )}
    </>
  )
}
