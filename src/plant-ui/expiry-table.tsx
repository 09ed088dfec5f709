import { use } from 'react'
import type { ExpiryBin, LoadedBin } from '@/domain/renewals/expiry-bins'
import { binLabel } from '@/domain/renewals/span-words'
import { formatCount } from '@/lib/format-count'
import { StatusBadge } from '@/ui/status-badge'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'
import { TimeZoneContext } from '@/ui/time-zone-context'

interface ExpiryTableProps {
  bins: readonly LoadedBin[]
  hasCapacity: boolean
  onChoose: (bin: ExpiryBin) => void
}

/** The figures of the chart; periods without an expiry are left out. */
export function ExpiryTable({ bins, hasCapacity, onChoose }: ExpiryTableProps) {
  const zone = use(TimeZoneContext)
  return (
    <Table label="Expiries as a table" regionClassName="max-h-80">
      <THead>
        <Tr>
          <Th>Period</Th>
          <Th isNumeric>Expiries</Th>
          <Th isNumeric>Offline</Th>
          {hasCapacity ? <Th isNumeric>Over capacity</Th> : null}
        </Tr>
      </THead>
      <TBody>
        {bins
          .filter(({ count }) => count > 0)
          .map((bin) => {
            const { over } = bin
            return (
              <Tr key={bin.fromMs}>
                <Td>
                  <button
                    type="button"
                    className="rounded-sm underline-offset-2 hover:underline"
                    onClick={() => onChoose(bin)}
                  >
                    {binLabel(bin, zone)}
                  </button>
                </Td>
                <Td isNumeric>{formatCount(bin.count)}</Td>
                <Td isNumeric>{formatCount(bin.away)}</Td>
                {hasCapacity ? (
                  <Td isNumeric>
                    {over > 0 ? (
                      <StatusBadge isPlain tone="warn">
                        {formatCount(over)}
                      </StatusBadge>
                    ) : (
                      '–'
                    )}
                  </Td>
                ) : null}
              </Tr>
            )
          })}
      </TBody>
    </Table>
  )
}
