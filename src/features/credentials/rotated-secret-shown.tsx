import { useEffect, useState } from 'react'
import { NearTime } from './near-time'
import type { ContentProps } from './show-once-props'
import { useNow } from './use-now'
import { useRereadPlant } from './use-reread-plant'
import { rememberDoubtfulRotation } from '@/api/doubtful-rotations'
import type { PlantDetail } from '@/api/plant-schemas'
import type { RotatedSecret } from '@/api/provisioning'
import { hasRotated, shownRotation } from '@/domain/credentials/later-rotation'
import { graceAfterRotation, secretGraceWords } from '@/domain/credentials/secret-grace'
import { countdown } from '@/lib/countdown'
import { readInstant } from '@/lib/instants'
import { serverNow } from '@/lib/server-clock'
import { isUnreadable } from '@/lib/unreadable'
import { Notice } from '@/ui/notice'
import { SecretField } from '@/ui/secret-field'
import { StatusBadge } from '@/ui/status-badge'

const doubts = {
  again: {
    title: 'The secret was rotated again',
    text: 'The platform’s record shows another rotation after this one: your browser may have sent the request twice, or someone else rotated the secret. The secret below may be the previous one, and the secret that the plant has may no longer be valid. Store this one, then provision the plant again if it doesn’t accept commands.',
  },
  'not-shown': {
    title: 'The platform’s record doesn’t show this rotation',
    text: 'So we can’t confirm that this is the latest secret, nor until when the previous one is valid.',
  },
  unknown: {
    title: 'The time of the rotation is unreadable',
    text: 'So we can’t confirm that this is the latest secret, nor until when the previous one is valid.',
  },
}

interface RotatedSecretShownProps extends ContentProps {
  rotated: RotatedSecret
}

export function RotatedSecretShown(props: RotatedSecretShownProps) {
  const { rotated, before, taken, onTaken } = props
  const [shownAtMs] = useState(serverNow)
  const nowMs = useNow()
  const { after } = useRereadPlant(before.id)
  const [first, setFirst] = useState<PlantDetail>()
  if (!first && after && hasRotated(before, after)) setFirst(after)
  const shown = shownRotation({ before, first, latest: after })
  const isAgain = shown === 'again'
  useEffect(() => {
    if (isAgain) rememberDoubtfulRotation(before.id)
  }, [isAgain, before.id])
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
      <div role="status" className="empty:hidden">
        {shown === undefined || shown === 'shown' ? null : (
          <Notice tone="warn" title={doubts[shown].title}>
            <p>{doubts[shown].text}</p>
          </Notice>
        )}
      </div>
      <div className="flex flex-col gap-1 tabular-nums">
        {isAgain ? null : <Grace endsMs={endsMs} nowMs={nowMs} />}
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

function Grace({ endsMs, nowMs }: { endsMs: number; nowMs: number }) {
  if (endsMs > nowMs) {
    return (
      <p>
        Install it by <NearTime atMs={endsMs} />; until then both secrets are valid (
        {countdown(endsMs - nowMs)} left).
      </p>
    )
  }
  return (
    <StatusBadge tone="warn" isPlain className="[&>span]:whitespace-normal">
      The previous secret is no longer valid. The plant needs this one now.
    </StatusBadge>
  )
}
