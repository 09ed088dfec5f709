import { useNow } from './use-now'
import { countdown } from '@/lib/countdown'
import { readClaims } from '@/lib/jwt'
import { AbsoluteTime } from '@/ui/absolute-time'
import { Notice } from '@/ui/notice'
import { StatusBadge } from '@/ui/status-badge'
import { UntrustedText } from '@/ui/untrusted-text'

interface TokenLifeProps {
  token: string
  plantId: string
  expiresAt?: string | null | undefined
  isExpiryUnreadable?: boolean
}

/** Shows a token's claims. Its signature can't be checked here, because only the platform has the key. */
export function TokenLife(props: TokenLifeProps) {
  const { token, plantId, expiresAt, isExpiryUnreadable = false } = props
  const nowMs = useNow()
  const claims = readClaims(token)
  if (!claims) {
    return (
      <Notice tone="warn">
        <p>
          This token isn’t a JWT, so its details can’t be shown
          {isExpiryUnreadable ? ', and the expiry the platform sent is unreadable' : null}
          {expiresAt ? (
            <>
              {' '}
              but it is valid until <AbsoluteTime value={expiresAt} />
            </>
          ) : null}
          .
        </p>
      </Notice>
    )
  }
  const isOwn = claims.subject?.toLowerCase() === plantId.toLowerCase()
  const leftMs = claims.expiresAtMs === undefined ? undefined : claims.expiresAtMs - nowMs
  const facts = [
    {
      label: 'Subject',
      value: (
        <>
          <UntrustedText className="font-mono text-sm">{claims.subject}</UntrustedText>
          <StatusBadge tone={isOwn ? 'ok' : 'warn'} isPlain className="[&>span]:whitespace-normal">
            {isOwn ? 'this plant' : 'not this plant, so the broker will reject it'}
          </StatusBadge>
        </>
      ),
    },
    { label: 'Issuer', value: <UntrustedText>{claims.issuer}</UntrustedText> },
    { label: 'Audience', value: <UntrustedText>{claims.audience}</UntrustedText> },
    { label: 'Issued', value: <AbsoluteTime value={claims.issuedAtMs} absent="Not stated" /> },
    ...(claims.notBeforeMs === undefined
      ? []
      : [{ label: 'Not before', value: <AbsoluteTime value={claims.notBeforeMs} /> }]),
    {
      label: 'Expires',
      value: (
        <>
          <AbsoluteTime value={claims.expiresAtMs} absent="Not stated" />
          {leftMs === undefined ? null : (
            <StatusBadge tone={leftMs > 0 ? 'info' : 'danger'} isPlain>
              {leftMs > 0 ? `${countdown(leftMs)} left` : 'expired'}
            </StatusBadge>
          )}
        </>
      ),
    },
  ]
  return (
    <dl className="border-y border-line py-1 tabular-nums">
      {facts.map(({ label, value }) => (
        <div key={label} className="flex flex-wrap items-baseline gap-x-4 py-1">
          <dt className="w-36 shrink-0 text-muted">{label}</dt>
          <dd className="flex min-w-0 flex-1 basis-60 flex-wrap gap-x-3 wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
