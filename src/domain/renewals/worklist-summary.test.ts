import { expect, it } from 'vitest'
import type { ProgressKind } from './worklist-state'
import { isFinished, worklistSummary } from './worklist-summary'

it.each<[string, ProgressKind[]]>([
  ['0 of 0 renewed', []],
  ['0 of 3 renewed · 3 to do', ['toDo', 'toDo', 'toDo']],
  [
    '2 of 5 renewed · 1 issued, not in use yet · 2 to do',
    ['adopted', 'toDo', 'issued', 'adopted', 'toDo'],
  ],
  ['0 of 2 renewed · 2 issued, not in use yet', ['issued', 'refused']],
  ['1 of 3 renewed · 1 unknown · 1 not read yet', ['pending', 'adopted', 'unknown']],
  ['0 of 2 renewed · 2 with other changes', ['otherwise', 'gone']],
  ['1 of 1 renewed', ['adopted']],
])('reads “%s”', (words, kinds) => {
  expect(worklistSummary(kinds)).toBe(words)
})

it.each<[ProgressKind, boolean]>([
  ['pending', false],
  ['unknown', false],
  ['toDo', false],
  ['issued', false],
  ['refused', false],
  ['otherwise', false],
  ['adopted', true],
  ['gone', true],
])('%s is finished: %s', (kind, is) => {
  expect(isFinished(kind)).toBe(is)
})
