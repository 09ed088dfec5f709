import { NearTime } from './near-time'
import { useNow } from './use-now'
import { isRotationDoubtful } from '@/api/doubtful-rotations'
import type { Plant } from '@/api/plant-schemas'
import { statedGraceMs } from '@/api/stated-grace'
import { secretGraceEndsMs } from '@/domain/credentials/secret-grace'
import { countdown } from '@/lib/countdown'
import { Notice } from '@/ui/notice'

/** Shows the grace period after a rotation, from the platform's record, so that it survives a reload. */
export function GraceNotice({ plant }: { plant: Plant }) {
  const nowMs = useNow()
  const graceMs = statedGraceMs(plant)
  const endsMs = secretGraceEndsMs(plant, nowMs, graceMs)
  if (endsMs === undefined) return null
  if (isRotationDoubtful(plant)) {
    return (
      <Notice tone="warn" title="The secret may have been rotated more than once">
        <p>
          Then the secret that the plant has is no longer valid, because only the latest two are. If
          the plant doesn’t accept commands, provision it again.
        </p>
      </Notice>
    )
  }
  return (
    <Notice tone="info">
      <p className="tabular-nums">
        Both secrets are valid until <NearTime atMs={endsMs} /> ({countdown(endsMs - nowMs)} left
        {graceMs === undefined ? ', according to the documented one-hour grace period' : null}).
        Install the new secret on the plant before then.
      </p>
    </Notice>
  )
}
