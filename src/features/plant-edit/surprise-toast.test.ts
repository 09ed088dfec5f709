import { expect, it } from 'vitest'
import { surpriseToast } from './surprise-toast'

it('names each field with what was expected and what came back', () => {
  const { tone, detail } = surpriseToast([
    { field: 'name', expected: 'a'.repeat(61), actual: '' },
    { field: 'type', expected: 'GATEWAY', actual: 'SENSOR' },
    { field: 'metadata', expected: '{}', actual: '{"a":1}' },
  ])
  expect(tone).toBe('warn')
  expect(String(detail).split('\n')).toEqual([
    `Name: expected “${'a'.repeat(60)}…”, got nothing.`,
    expect.stringMatching(/^\S+: expected Gateway, got Sensor\.$/),
    'Metadata: not stored as sent. Open the plant and compare.',
  ])
})
