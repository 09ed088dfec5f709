import { expect, it } from 'vitest'
import type { ConfirmedAction } from './consequences'
import { recoveryAfter } from './recovery'
import type { VerdictKind } from '@/domain/plant/verdict'
import { minuteMs } from '@/lib/instants'

const nowMs = Date.parse('2026-03-01T12:00:00Z')
const rotated = { secretRotatedAt: '2026-03-01T11:30:00Z', lifecycleStatus: 'ACTIVE' }
const after = (action: ConfirmedAction, verdict: VerdictKind, graceMs?: number) =>
  recoveryAfter(action, verdict, rotated, nowMs, graceMs)

it('exists only when a lost response contained a secret', () => {
  for (const action of ['suspend', 'reactivate', 'revoke', 'delete'] as const) {
    expect(after(action, 'done')).toBeUndefined()
  }
  expect(after('provision', 'not-done')).toBeUndefined()
})

it('suggests downloading a lost package before provisioning again', () => {
  const recovery = after('provision', 'done')
  expect(recovery?.actions).toEqual(['download', 'provision'])
  expect(recovery?.text).toMatch(/^The package is lost, unless/)
  expect(after('provision', 'cannot-tell')?.text).toMatch(/^If the request was completed/)
})

it('gives the time at which the previous secret expires', () => {
  expect(after('rotate-secret', 'done')).toMatchObject({
    text: expect.stringContaining('1 hour as documented'),
    validUntilMs: Date.parse('2026-03-01T12:30:00Z'),
    actions: ['provision'],
  })
  expect(after('rotate-secret', 'cannot-tell')).not.toHaveProperty('validUntilMs')
})

it('uses the grace period that the platform stated', () => {
  const recovery = after('rotate-secret', 'done', 40 * minuteMs)
  expect(recovery?.validUntilMs).toBe(nowMs + 10 * minuteMs)
  expect(recovery?.text).not.toContain('hour')
  expect(after('rotate-secret', 'done', 30 * minuteMs)).not.toHaveProperty('validUntilMs')
})

it('suggests issuing another token, or downloading again', () => {
  expect(after('mqtt-token', 'cannot-tell')?.actions).toEqual(['mqtt-token'])
  expect(after('download', 'cannot-tell')?.actions).toEqual(['download'])
})
