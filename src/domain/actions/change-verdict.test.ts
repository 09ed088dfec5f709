import { expect, it } from 'vitest'
import { changeVerdict } from './change-verdict'
import { reconcileChange } from '@/domain/plant/plant-edit'

const sent = { name: 'New', serialNumber: 'S-2' }

it.each([
  ['done', /has the values that were sent/, sent, { name: 'New', serialNumber: 'S-2' }],
  ['partly', /only some/, sent, { name: 'New', serialNumber: 'S-1' }],
  ['not-done', /doesn’t have/, sent, { name: 'Old', serialNumber: 'S-1' }],
  ['cannot-tell', /another format/, { metadata: '{"a":1.0}' }, { metadata: '{"a":1}' }],
  ['cannot-tell', /unreadable/, { name: 'New' }, { name: '', unreadable: ['name'] }],
])('is %s, with evidence that matches %s', (kind, evidence, changes, current) => {
  const verdict = changeVerdict(reconcileChange(changes, current))
  expect(verdict.kind).toBe(kind)
  expect(verdict.evidence).toMatch(evidence)
})
