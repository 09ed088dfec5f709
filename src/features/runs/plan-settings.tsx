import { useMemo } from 'react'
import type { RunDocument } from '@/domain/runs/run-document'
import { type LimitValue, limitValues } from '@/domain/runs/run-limits'
import { limitLabel, settingWords } from '@/domain/runs/setting-words'
import { countOf, formatCount } from '@/lib/format-count'
import { keysOf } from '@/lib/keyed-record'
import { Fact } from '@/ui/facts'
import { UntrustedText } from '@/ui/untrusted-text'

/** Values of a limit that are listed; the others have fewer plants. */
const mostValues = 5

/** All settings of a plan, and how many plants its limits allow. */
export function PlanSettings({ document }: { document: RunDocument }) {
  const { settings } = document
  const values = useMemo(() => limitValues(document), [document])
  return (
    <>
      <Fact label="Settings">
        <dl className="grid gap-x-6 gap-y-1 sm:grid-cols-2 xl:grid-cols-4">
          {keysOf(settingWords).map((name) => (
            <div key={name} className="flex justify-between gap-2 border-b border-line">
              <dt className="text-muted">{settingWords[name].label}</dt>
              <dd className="tabular-nums">{formatCount(settings[name])}</dd>
            </div>
          ))}
        </dl>
      </Fact>
      {settings.limits.map((limit, at) => (
        <Fact key={`${limit.attribute} ${limit.percent}`} label="Limit">
          <Limit {...limit} values={values[at] ?? []} />
        </Fact>
      ))}
    </>
  )
}

interface LimitProps {
  attribute: string
  percent: number
  values: readonly LimitValue[]
}

function Limit({ attribute, percent, values }: LimitProps) {
  const label = <UntrustedText isCut>{limitLabel(attribute)}</UntrustedText>
  const others = values.length - mostValues
  return (
    <>
      <p>
        At most {percent}&nbsp;% of the plants with the same {label} in flight, and at least one
        plant:
      </p>
      <ul className="list-disc pl-5 tabular-nums">
        {values.slice(0, mostValues).map(({ value, allowed, plants }) => (
          <li key={value}>
            At most {formatCount(allowed)} of {countOf(plants, 'plant')}{' '}
            {value === '' ? 'without' : 'with'} {label}{' '}
            {value === '' ? null : <UntrustedText isCut>{value}</UntrustedText>}
          </li>
        ))}
        {others > 0 ? <li>{countOf(others, 'other value')} with as many or fewer plants</li> : null}
      </ul>
    </>
  )
}
