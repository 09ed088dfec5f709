import { facetValueLabel, facetWords } from './facet-words'
import type { AgeField, Condition } from './fleet-filter'
import { countUnits, durationWords, exactUnits } from '@/lib/duration-units'
import { secondMs } from '@/lib/instants'

const ageWords: Record<AgeField, Record<'<' | '>', (time: string) => string>> = {
  cert: {
    '<': (time) => `Certificate expires in less than ${time}`,
    '>': (time) => `Certificate expires in more than ${time}`,
  },
  seen: {
    '<': (time) => `Last seen less than ${time} ago`,
    '>': (time) => `Last seen more than ${time} ago`,
  },
  created: {
    '<': (time) => `Created less than ${time} ago`,
    '>': (time) => `Created more than ${time} ago`,
  },
}

/** Comparisons with no time at all: “less than 0 seconds ago” has to be read twice. */
const instantWords: Record<AgeField, Record<'<' | '>', string>> = {
  cert: { '<': 'Certificate has expired', '>': 'Certificate hasn’t expired' },
  seen: { '<': 'Last seen in the future', '>': 'Last seen in the past' },
  created: { '<': 'Created in the future', '>': 'Created in the past' },
}

const countWords = { '<': 'fewer than ', '>': 'more than ', '=': '' }

/** Describes a condition in words, as "Connection: Offline or Degraded". */
export function describeCondition(condition: Condition): string {
  switch (condition.kind) {
    case 'text':
      return `Contains “${condition.text}”`
    case 'facet': {
      const { facet, values } = condition
      const labels = values.map((value) => facetValueLabel(facet, value))
      return `${facetWords[facet].title}: ${labels.join(' or ')}`
    }
    case 'meta':
      return `${condition.key}: ${condition.values.map((value) => value || '“”').join(' or ')}`
    case 'age': {
      const { field, op, ms } = condition
      return ms === 0 ? instantWords[field][op] : ageWords[field][op](durationWords(ms))
    }
    case 'count':
      return `Authentication failures: ${countWords[condition.op]}${condition.count}`
  }
}

/** Describes a duration in its largest whole unit up to days, rounded down: "3 days". */
export function roughDuration(durationMs: number): string {
  const unit = exactUnits.find(({ ms }) => durationMs >= ms && ms > secondMs)
  return unit ? countUnits(Math.floor(durationMs / unit.ms), unit) : 'less than a minute'
}
