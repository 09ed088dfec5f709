import { CredentialUse } from './credential-use'
import { type ApiCredentials, whoBreaks } from '@/domain/accounts/credential-use'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Notice } from '@/ui/notice'

interface WhoBreaksProps {
  credentials: ApiCredentials
  nowMs: number
}

/** Answers who loses access when the current credentials stop working. */
export function WhoBreaks({ credentials, nowMs }: WhoBreaksProps) {
  const { tone, text } = whoBreaks(credentials, nowMs)
  return (
    <Notice tone={tone} title="Who breaks?">
      <p>
        {text} Issued <AbsoluteTime value={credentials.issuedAt} absent="at an unknown time" />,{' '}
        <CredentialUse credentials={credentials} />.
      </p>
    </Notice>
  )
}
