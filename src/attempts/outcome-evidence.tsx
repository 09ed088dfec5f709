import type { ReactNode } from 'react'
import { describeError } from '@/api/error-messages'
import type { Verdict } from '@/domain/plant/verdict'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Finding } from '@/ui/finding'
import { UntrustedText } from '@/ui/untrusted-text'

interface OutcomeEvidenceProps {
  /** Conclusion from a reading after the attempt; undefined before one arrives. */
  verdict: Verdict | undefined
  /** Error of the latest reading after the attempt; null when it succeeded. */
  error: Error | null
  readAtMs: number
  source?: 'plant' | 'account' | 'list'
  /** The thing that was sent; by default, the one that is read. */
  noun?: 'plant' | 'account'
  progress?: string | undefined
  /** True when the server refused the request, so that evidence of a change is unexpected. */
  isRefused?: boolean
}

/** Shows what a reading after an attempt reveals about its outcome. */
export function OutcomeEvidence(props: OutcomeEvidenceProps) {
  const { verdict, error, readAtMs, source = 'plant', progress, isRefused = false } = props
  if (error) {
    return (
      <Finding tone="warn">
        Couldn’t load the {source}
        {isRefused ? ', so we can’t tell whether anything was changed' : null}:{' '}
        {describeError(error).title}
      </Finding>
    )
  }
  if (!verdict) return <Finding tone="info">{progress ?? `Checking the ${source}`}</Finding>
  const readAt = <AbsoluteTime value={readAtMs} />
  const evidence = (
    <>
      <UntrustedText>{verdict.evidence}</UntrustedText>
      {verdict.at ? (
        <>
          , since <AbsoluteTime value={verdict.at} />
        </>
      ) : null}
    </>
  )
  const { noun = source === 'account' ? 'account' : 'plant' } = props
  const shown = { verdict, readAt, evidence }
  const isCreated = source === 'list'
  if (!isRefused) return <AfterLostResponse {...shown} />
  return <AfterRefusal {...shown} noun={noun} changed={isCreated ? 'created' : 'changed'} />
}

interface ShownProps {
  verdict: Verdict
  readAt: ReactNode
  evidence: ReactNode
}

function AfterLostResponse({ verdict, readAt, evidence }: ShownProps) {
  switch (verdict.kind) {
    case 'done':
      return (
        <Finding tone="ok">
          Completed: {evidence}
          {verdict.at ? null : <>, as of {readAt}</>}
        </Finding>
      )
    case 'partly':
      return (
        <Finding tone="warn">
          Partly completed as of {readAt}: {evidence}
        </Finding>
      )
    case 'not-done':
      return (
        <Finding tone="warn">
          Not completed as of {readAt}: {evidence}
        </Finding>
      )
    case 'cannot-tell':
      return (
        <Finding tone="warn">
          As of {readAt}, we can’t tell whether it was completed: {evidence}
        </Finding>
      )
  }
}

interface AfterRefusalProps extends ShownProps {
  noun: string
  changed: 'changed' | 'created'
}

function AfterRefusal({ verdict, readAt, evidence, noun, changed }: AfterRefusalProps) {
  switch (verdict.kind) {
    case 'done':
    case 'partly':
      return (
        <Finding tone="warn">
          The {noun} was {changed} anyway: {evidence}
          {verdict.at ? null : <>, as of {readAt}</>}. Your browser may have sent the request twice,
          or someone else made the same change: that can’t be determined.
        </Finding>
      )
    case 'not-done':
      return (
        <p className="text-muted">
          No change is visible as of {readAt}: {evidence}.
        </p>
      )
    case 'cannot-tell':
      return (
        <p className="text-muted">
          As of {readAt}, we can’t tell whether anything was changed: {evidence}.
        </p>
      )
  }
}
