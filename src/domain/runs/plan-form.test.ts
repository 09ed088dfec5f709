import { expect, it } from 'vitest'
import * as z from 'zod/mini'
import { type PlanValues, asMeant, emptyPlan, planFormSchema } from './plan-form'
import { defaultRunSettings } from './run-settings'

const mistakes = (kind: Parameters<typeof planFormSchema>[0], values: Partial<PlanValues>) => {
  const read = z.safeParse(planFormSchema(kind), asMeant({ ...emptyPlan, ...values }))
  return read.error?.issues.map(({ path }) => path.join('.')) ?? []
}

it('takes a command, and its payload as typed', () => {
  const content = { command: ' HOLD ', payload: '{"power": 1.50}', target: ' ' }
  expect(mistakes('command', { content })).toEqual([])
  expect(asMeant({ ...emptyPlan, content }).content).toEqual({
    command: 'HOLD',
    payload: '{"power": 1.50}',
    target: undefined,
  })
})

it('checks the command only when one is sent', () => {
  const content = { command: ' ', payload: '[1]', target: 'a b' }
  expect(mistakes('command', { content })).toEqual([
    'content.command',
    'content.payload',
    'content.target',
  ])
  expect(mistakes('suspend', { content })).toEqual([])
})

it('checks the settings and the note of every action', () => {
  const settings = { ...defaultRunSettings, canary: 4, answerS: Number.NaN }
  expect(mistakes('reactivate', { settings, note: 'x'.repeat(1001) })).toEqual([
    'note',
    'settings.canary',
    'settings.answerS',
  ])
})
