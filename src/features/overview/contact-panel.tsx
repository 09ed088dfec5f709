import { Link, useNavigate } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import { chartHeightRem } from './chart-height'
import { TableButton } from './table-button'
import { type FacetShare, facetShares } from '@/domain/fleet/facet-shares'
import { formatCount } from '@/lib/format-count'
import { formatPct, pctDecimals } from '@/lib/format-pct'
import { FleetChart } from '@/plant-ui/fleet-chart'
import { Panel } from '@/ui/panel'
import { TBody, THead, Table, Td, Th, Tr } from '@/ui/table'

interface ContactPanelProps {
  counts: readonly { value: string; count: number }[]
}

/** The plants by the time since their last contact, as a chart or as a table. */
export function ContactPanel({ counts }: ContactPanelProps) {
  const navigate = useNavigate()
  const [isTable, setIsTable] = useState(false)
  const { shares } = facetShares('seen', counts)
  const choose = useCallback(
    ({ line }: FacetShare) => void navigate({ to: '/plants', search: { q: line } }),
    [navigate],
  )
  return (
    <Panel title="Last contact" actions={<TableButton isTable={isTable} onChange={setIsTable} />}>
      <div className="px-4 py-2">
        {isTable ? (
          <ContactTable shares={shares} />
        ) : (
          <FleetChart heightClass="h-40">
            {({ ShareChart }) => (
              <ShareChart
                by="last contact"
                shares={shares}
                heightRem={chartHeightRem}
                onChoose={choose}
              />
            )}
          </FleetChart>
        )}
      </div>
    </Panel>
  )
}

function ContactTable({ shares }: { shares: readonly FacetShare[] }) {
  const decimals = pctDecimals(shares.map(({ pct }) => pct))
  return (
    <Table label="Last contact as a table">
      <THead>
        <Tr>
          <Th>Last contact</Th>
          <Th isNumeric>Plants</Th>
          <Th isNumeric>Share</Th>
        </Tr>
      </THead>
      <TBody>
        {shares.map(({ value, label, count, pct, line }) => (
          <Tr key={value}>
            <Td>
              {count > 0 ? (
                <Link to="/plants" search={{ q: line }}>
                  {label}
                </Link>
              ) : (
                label
              )}
            </Td>
            <Td isNumeric>{formatCount(count)}</Td>
            <Td isNumeric>{formatPct(pct, decimals)}</Td>
          </Tr>
        ))}
      </TBody>
    </Table>
  )
}
