import type { CertificateFacts } from '@/domain/certificates/certificate-change'
import type { WorklistEntry } from '@/domain/renewals/worklist-entry'
import { toServerTime } from '@/lib/server-clock'
import { isUnreadable } from '@/lib/unreadable'
import { AbsoluteTime } from '@/ui/absolute-time'
import { CopyButton } from '@/ui/copy-button'
import { cutMiddle } from '@/ui/cut-text'
import { usePrinting } from '@/ui/printing'
import { Unreadable } from '@/ui/unreadable'
import { UntrustedText } from '@/ui/untrusted-text'
import { visibleText } from '@/ui/visible-text'

type Fact = Exclude<keyof CertificateFacts, 'unreadable'>

const copyWords: Record<Exclude<Fact, 'certificateExpiresAt'>, string> = {
  certificateSerialNumber: 'serial number',
  certificateFingerprint: 'fingerprint',
}

/** One fact of a certificate before, and after the renewal below it. */
export function FactsOf({ entry: { before, issued }, fact }: { entry: WorklistEntry; fact: Fact }) {
  return (
    <div className="flex min-w-0 flex-col gap-0.5 max-md:items-end">
      <FactValue facts={before} fact={fact} when="before" />
      {issued ? <FactValue facts={issued.facts} fact={fact} when="now" /> : null}
    </div>
  )
}

/** Only on paper: when the certificates were read. */
export function ReadTimes({ entry: { beforeReadAtMs, issued } }: { entry: WorklistEntry }) {
  if (!usePrinting()) return null
  return (
    <>
      <span>
        Previous certificate read: <AbsoluteTime value={beforeReadAtMs} absent="unknown" />
      </span>
      {issued ? (
        <span>
          New certificate read: <AbsoluteTime value={toServerTime(issued.watch.sinceMs)} />
        </span>
      ) : null}
    </>
  )
}

interface FactValueProps {
  facts: CertificateFacts
  fact: Fact
  when: 'before' | 'now'
}

function FactValue({ facts, fact, when }: FactValueProps) {
  return (
    <span className="flex min-h-6 items-center gap-1 print:min-h-0 print:flex-col print:items-start print:gap-0">
      <span className="w-10 shrink-0 text-xs text-muted">{when}</span>
      {fact === 'certificateExpiresAt' ? (
        <AbsoluteTime
          value={facts[fact]}
          absent="–"
          isUnreadable={isUnreadable(facts, fact)}
          className="text-xs tabular-nums print:whitespace-normal"
        />
      ) : (
        <Code
          text={facts[fact]}
          isUnreadable={isUnreadable(facts, fact)}
          copyLabel={`Copy ${copyWords[fact]} ${when}`}
        />
      )}
    </span>
  )
}

interface CodeProps {
  text: string | null | undefined
  isUnreadable: boolean
  copyLabel: string
}

/** A long code by its two ends, with a button that copies all of it. */
function Code({ text, isUnreadable: isLost, copyLabel }: CodeProps) {
  const isPrinting = usePrinting()
  if (isLost) return <Unreadable />
  if (!text) return <UntrustedText>{text}</UntrustedText>
  return (
    <>
      <span title={visibleText(text)} className="print:wrap-anywhere print:whitespace-normal">
        <UntrustedText className="font-mono text-xs">
          {isPrinting ? text : cutMiddle(text, 8, 5)}
        </UntrustedText>
      </span>
      <CopyButton text={text} label={copyLabel} />
    </>
  )
}
