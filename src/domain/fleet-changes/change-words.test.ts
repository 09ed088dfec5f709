import { describe, expect, it } from 'vitest'
import { changeDetail, changeHeading, changeTone, changesMarkdown } from './change-words'
import { changeKinds } from './fleet-changes'
import type { FleetReading, RecordedPlant } from './fleet-reading'
import { compareReadings, earlierMs, laterMs, readingOf, steady } from './test-readings'
import { anyText, fc } from '@/lib/test-properties'

const timeText = (atMs: number) => new Date(atMs).toISOString().slice(0, 16)
const shown = (text: string) => text.replaceAll('\u202E', '‹U+202E›')
const options = { timeText, shown, most: 2 }

function markdownOf(
  before: readonly RecordedPlant[],
  after: readonly RecordedPlant[],
  basis: FleetReading['basis'] = 'complete',
): string {
  const changes = compareReadings(readingOf(before, earlierMs), readingOf(after, laterMs, basis))
  return changesMarkdown(changes, options)
}

describe('changesMarkdown', () => {
  it('names the first plants of each kind and counts the rest', () => {
    const fleet = ['a', 'b', 'c', 'd'].map((id) => ({ ...steady, id, name: `FVE ${id}` }))
    const after = fleet.map((plant) => ({ ...plant, status: 'OFFLINE' }))
    expect(markdownOf(fleet, after)).toBe(`## Fleet changes, 2026-11-27T12:00 to 2026-11-28T12:00

### 4 plants went offline

- \`FVE a\` (\`S-1\`): Online → Offline
- \`FVE b\` (\`S-1\`): Online → Offline
- and 2 more

- Earlier reading: 2026-11-27T12:00, 4 plants (complete).
- Later reading: 2026-11-28T12:00, 4 plants (complete).
- 4 plants are in both.
- Two readings show two moments: a plant that went offline and came back in between isn’t listed.
`)
  })

  it('says what can’t be concluded', () => {
    const text = markdownOf([steady], [], 'incomplete')
    expect(text).toContain('No changes found.')
    expect(text).toContain(
      '1 plant is in only one of them, and an incomplete reading may have missed it: nothing is concluded.',
    )
    const same = readingOf([steady], earlierMs)
    expect(changesMarkdown(compareReadings(same, same), options)).toContain(
      '1 of them was not read again',
    )
  })

  it('never lets a name out of its line or its code', () => {
    fc.assert(
      fc.property(
        fc.oneof(anyText({ maxLength: 8 }), fc.constant('``](x)\n# ` \u202E')),
        (name) => {
          const text = markdownOf([], [{ ...steady, name, serialNumber: '' }])
          const lines = text.split('\n')
          expect(lines).toHaveLength(markdownOf([], [steady]).split('\n').length)
          const [, fence = '', inner = ''] = /^- (`+)(.*)$/s.exec(lines[4] ?? '') ?? []
          expect(inner.endsWith(fence)).toBe(true)
          const runs = inner.slice(0, -fence.length).match(/`+/g) ?? []
          expect(runs.every(({ length }) => length < fence.length)).toBe(true)
          expect(text).not.toContain('\u202E')
        },
      ),
    )
  })
})

describe('changeHeading', () => {
  it('counts, with a tone that is never green for a loss', () => {
    expect(changeHeading('offline', 1)).toBe('1 plant went offline')
    expect(changeHeading('disappeared', 1_200)).toBe('1,200 plants are no longer in the list')
    const green = changeKinds.filter((kind) => changeTone(kind) === 'ok')
    expect(green).toEqual(['renewed', 'recovered'])
  })
})

describe('changeDetail', () => {
  it.each<[keyof RecordedPlant, string | null, string | null, string]>([
    ['status', 'ONLINE', 'OFFLINE', 'Online → Offline'],
    ['lifecycleStatus', 'ACTIVE', 'FROZEN', 'Active → FROZEN'],
    [
      'certificateExpiresAt',
      '2026-12-01T08:00:00Z',
      '2028-12-01T08:00:00Z',
      '2026-12-01T08:00 → 2028-12-01T08:00',
    ],
  ])('shows %s before and after', (member, before, after, detail) => {
    const { changes } = compareReadings(
      readingOf([{ ...steady, [member]: before }], earlierMs),
      readingOf([{ ...steady, [member]: after }], laterMs),
    )
    const details = changeKinds.flatMap((kind) =>
      changes[kind].map((change) => changeDetail(kind, change, timeText)),
    )
    expect(details).toContain(detail)
  })
})
