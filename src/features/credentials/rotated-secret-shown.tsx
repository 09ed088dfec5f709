import { useState } from 'react'
import { NearTime } from './near-time'
import { SecretField } from './secret-field'
import type { ContentProps } from './show-once-props'
import { useNow } from './use-now'
import { useRereadPlant } from './use-reread-plant'
import type { RotatedSecret } from '@/api/provisioning'
import { graceAfterRotation, secretGraceWords } from '@/domain/credentials/secret-grace'
import { countdown } from '@/lib/countdown'
import { readInstant } from '@/lib/instants'
import { serverNow } from '@/lib/server-clock'
import { isUnreadable } from '@/lib/unreadable'
import { StatusBadge } from '@/ui/status-badge'

interface RotatedSecretShownProps extends ContentProps {
  rotated: RotatedSecret
}

export function RotatedSecretShown(props: RotatedSecretShownProps) {
  const { rotated, before, taken, onTaken } = props
  const [shownAtMs] = useState(serverNow)
  const nowMs = useNow()
  const { after } = useRereadPlant(before.id)
  // The platform's own record is exact. Until it is read, the time of the response is close enough.
  const rotatedMs = readInstant(after?.secretRotatedAt)
  const { endsMs, isAssumed } = graceAfterRotation(
    rotated.gracePeriodMinutes,
    typeof rotatedMs === 'number' ? rotatedMs : shownAtMs,
  )
  return (
    <div className="flex flex-col gap-4">
      <dl className="border-y border-line">
        <SecretField
          label="HMAC secret"
          value={rotated.hmacSecret}
          fileName="hmac-secret.txt"
          isTaken={taken.has('HMAC secret')}
          onTaken={onTaken}
        />
      </dl>
      <div className="flex flex-col gap-1 tabular-nums">
        {endsMs > nowMs ? (
          <p>
            Install it by <NearTime atMs={endsMs} />; until then both secrets are valid (
            {countdown(endsMs - nowMs)} left).
          </p>
        ) : (
          <StatusBadge tone="warn" isPlain className="[&>span]:whitespace-normal">
            The previous secret is no longer valid. The plant needs this one now.
          </StatusBadge>
        )}
        {isAssumed ? (
          <p className="text-muted">
            {isUnreadable(rotated, 'gracePeriodMinutes')
              ? 'The grace period the platform sent is unreadable.'
              : 'The platform didn’t say how long the previous secret stays valid.'}{' '}
            The documented time is {secretGraceWords}.
          </p>
        ) : null}
      </div>
    </div>
  )
}
