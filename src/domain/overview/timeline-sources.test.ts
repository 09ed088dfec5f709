import { expect, it } from 'vitest'
import { alertsSource, commandsSource } from './timeline-sources'
import type { CommandPage } from '@/api/commands'

const alert = { id: 'x', severity: 'ERROR', status: 'ACTIVE', message: 'Too hot' }

it.each<[string, Parameters<typeof alertsSource>[0]]>([
  ['no alerts (the list is unreadable)', { alerts: null, unreadable: ['alerts'] }],
  ['no alerts (the server sent none)', { alerts: null }],
  ['no alerts (the server sent none)', {}],
  ['no alerts', { alerts: { items: [], unreadable: 0 } }],
  ['its one alert', { alerts: { items: [alert], unreadable: 0 } }],
  ['its 2 alerts', { alerts: { items: [alert, alert], unreadable: 0 } }],
  ['its alerts (1 of 2 alerts could be read)', { alerts: { items: [alert], unreadable: 1 } }],
])('says: %s', (words, plant) => {
  expect(alertsSource(plant)).toBe(words)
})

/** Returns a page with this many readable commands. */
function page(
  readable: number,
  { unreadable = 0, ...meta }: Partial<CommandPage['meta']> & { unreadable?: number },
): CommandPage {
  const data = Array.from({ length: readable }, (_one, at) => ({ id: `c${at}`, command: 'HOLD' }))
  return {
    data,
    unreadableRows: unreadable,
    meta: { hasNext: false, total: undefined, totalPages: undefined, ...meta },
  }
}

it.each([
  ['no commands', page(0, { total: 0 })],
  ['its one command', page(1, { total: 1 })],
  ['its 20 commands', page(20, { total: 20 })],
  ['its 3 commands', page(3, {})],
  ['20 of 1,204 commands, perhaps not the latest', page(20, { total: 1204, hasNext: true })],
  ['20 commands, total unknown, perhaps not the latest', page(20, { hasNext: true })],
  [
    '18 commands, total unknown (2 unreadable), perhaps not the latest',
    page(18, { unreadable: 2, hasNext: true }),
  ],
  ['2 of 3 commands (1 unreadable)', page(2, { unreadable: 1, total: 3 })],
  // A total that is smaller than the page is wrong.
  ['2 of 3 commands (1 unreadable)', page(2, { unreadable: 1, total: 1 })],
])('says: %s', (words, data) => {
  expect(commandsSource({ error: null, data })).toBe(words)
  // A failed refresh keeps the page that was read.
  expect(commandsSource({ error: new Error('lost'), data })).toBe(words)
})

it('names the latest commands as such only if their times show the order', () => {
  const read = page(20, { total: 1204, hasNext: true })
  const timed = (agoS: (at: number) => number) => ({
    ...read,
    data: read.data.map((row, at) => ({
      ...row,
      createdAt: new Date(1e12 - agoS(at) * 1000).toISOString(),
    })),
  })
  const latestFirst = timed((at) => at)
  expect(commandsSource({ error: null, data: latestFirst })).toBe('20 of 1,204 commands')
  const oldestFirst = timed((at) => -at)
  expect(commandsSource({ error: null, data: oldestFirst })).toContain('perhaps not the latest')
})

it('tells commands that failed to load from those that are loading', () => {
  expect(commandsSource({ error: null, data: undefined })).toBe('commands still loading')
  const error = new Error('lost')
  expect(commandsSource({ error, data: undefined })).toBe('no commands (couldn’t load them)')
})
