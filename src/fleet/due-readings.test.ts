import { beforeEach, expect, it } from 'vitest'
import { dueReadings } from './due-readings'
import { PlantFigures } from './plant-figures'
import { hourMs, minuteMs } from '@/lib/instants'

const nowMs = Date.parse('2026-11-29T12:00:00Z')
const yesterdayMs = nowMs - 12 * hourMs - 1
const kindOf = (name: string) => ({
  name,
  figures: new PlantFigures<string>(),
  isOver: (readAtMs: number) => readAtMs === yesterdayMs,
})
let alerts = kindOf('alerts')
let energy = kindOf('energy')
const fleet = { urgent: ['first', 'second'], rest: ['a', 'b'] }
const once = { nowMs, sinceMs: -Infinity, retriedAtMs: -Infinity }
const due = (kinds = [alerts], times: object = {}) =>
  dueReadings(fleet, kinds, { ...once, ...times }).map(
    ({ plantId, kind }) => `${plantId} ${kind.name}`,
  )
const readAll = () => {
  for (const plantId of [...fleet.urgent, ...fleet.rest]) alerts.figures.put(plantId, '', nowMs)
}

beforeEach(() => {
  alerts = kindOf('alerts')
  energy = kindOf('energy')
})

it('reads plants in trouble first, and all that is needed of one plant together', () => {
  expect(due()).toEqual(['first alerts', 'second alerts', 'a alerts', 'b alerts'])
  expect(due([alerts, energy]).slice(0, 3)).toEqual([
    'first alerts',
    'first energy',
    'second alerts',
  ])
})

it('reads nothing again unless it is asked to', () => {
  readAll()
  expect(due()).toEqual([])
  expect(due([alerts], { sinceMs: nowMs })).toEqual([])
  expect(due([alerts], { sinceMs: nowMs + 1 })).toHaveLength(4)
  expect(due([alerts], { retriedAtMs: nowMs + 1 })).toEqual([])
})

it('reads those in trouble by urgency and the rest by age', () => {
  readAll()
  alerts.figures.put('first', '', nowMs - 1)
  alerts.figures.put('second', '', nowMs - 9)
  alerts.figures.put('a', '', nowMs - 2)
  alerts.figures.put('b', '', nowMs - 5)
  expect(due([alerts], { sinceMs: nowMs })).toEqual([
    'first alerts',
    'second alerts',
    'b alerts',
    'a alerts',
  ])
  alerts.figures.forget('a')
  expect(due([alerts], { sinceMs: nowMs }).slice(2)).toEqual(['a alerts', 'b alerts'])
})

it('reads again what no longer says anything', () => {
  readAll()
  alerts.figures.put('b', '', yesterdayMs)
  expect(due()).toEqual(['b alerts'])
})

it('leaves a plant whose reading failed alone for five minutes, or until the user asks', () => {
  readAll()
  alerts.figures.fail('a', nowMs - 5 * minuteMs)
  expect(due([alerts], { sinceMs: nowMs })).toEqual([])
  expect(due([alerts], { nowMs: nowMs + 1 })).toEqual(['a alerts'])
  expect(due([alerts], { retriedAtMs: nowMs - 5 * minuteMs })).toEqual(['a alerts'])
})
