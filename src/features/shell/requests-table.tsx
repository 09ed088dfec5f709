import { useDeployment } from '@/api/session/session-context'
import { type RecordedCall, isFailed } from '@/api/transcript'
import { outcomeText } from '@/domain/transcript/call-outcome'
import { curlLine } from '@/domain/transcript/curl-line'
import { formatCount } from '@/lib/format-count'
import { AbsoluteTime } from '@/ui/absolute-time'
import { CopyButton } from '@/ui/copy-button'
import { StatusBadge } from '@/ui/status-badge'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { UntrustedText } from '@/ui/untrusted-text'

/** Recorded calls, in the given order. */
export function RequestsTable({ calls }: { calls: readonly RecordedCall[] }) {
  const { apiBaseUrl } = useDeployment().config
  const hasIds = calls.some(({ requestId }) => requestId !== undefined)
  return (
    <Table label="Requests" isCards>
      <THead>
        <Tr>
          <Th>Request</Th>
          <Th>Time</Th>
          <Th>Status</Th>
          <Th isNumeric>Duration</Th>
          {hasIds ? <Th>Request ID</Th> : null}
          <Th isActions>
            <span className="sr-only">Actions</span>
          </Th>
        </Tr>
      </THead>
      <TBody>
        {calls.map((call) => (
          <Row
            key={call.number}
            call={call}
            path={call.url.replace(apiBaseUrl, '')}
            hasIds={hasIds}
          />
        ))}
      </TBody>
    </Table>
  )
}

interface RowProps {
  call: RecordedCall
  path: string
  hasIds: boolean
}

function Row({ call, path, hasIds }: RowProps) {
  const { method, code, requestId, isBodyLeftOut } = call
  return (
    <Tr>
      <Td isCardTitle className="md:max-w-80 md:whitespace-normal!">
        <code className="text-xs wrap-anywhere">
          {method} {path}
        </code>
        {isBodyLeftOut ? (
          <p className="text-xs text-muted">
            Body left out: it may contain a secret. The copied line reads it from BODY.
          </p>
        ) : null}
      </Td>
      <Td label="Time">
        <AbsoluteTime value={call.sentAtMs} />
      </Td>
      <Td label="Status">
        <div>
          {isFailed(call) ? (
            <StatusBadge isPlain tone="danger">
              {outcomeText(call)}
            </StatusBadge>
          ) : (
            outcomeText(call)
          )}
          {code === undefined ? null : (
            <UntrustedText className="block text-xs text-muted">{code}</UntrustedText>
          )}
        </div>
      </Td>
      <Td label="Duration" isNumeric>
        {formatCount(Math.round(call.durationMs))} ms
      </Td>
      {hasIds ? (
        <Td label="Request ID">
          <UntrustedText>{requestId ?? '–'}</UntrustedText>
        </Td>
      ) : null}
      <Td isActions>
        <CopyButton isIconOnly={false} label="Copy as curl" text={() => curlLine(call)} />
      </Td>
    </Tr>
  )
}
