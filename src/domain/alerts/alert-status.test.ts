import { expect, it } from 'vitest'
import {
  alertStatusRank,
  isAcknowledged,
  isActive,
  isOfUnknownState,
  isResolved,
} from './alert-status'

it('orders states, with unknown ones between acknowledged and active', () => {
  const states = ['ACTIVE', 'RESOLVED', 'SNOOZED', 'ACKNOWLEDGED']
  expect(states.toSorted((a, b) => alertStatusRank(a) - alertStatusRank(b))).toEqual([
    'RESOLVED',
    'ACKNOWLEDGED',
    'SNOOZED',
    'ACTIVE',
  ])
})

it('treats only ACTIVE as active', () => {
  const states = ['ACTIVE', 'ACKNOWLEDGED', 'RESOLVED', 'SNOOZED', '']
  expect(states.filter((status) => isActive({ status }))).toEqual(['ACTIVE'])
  expect(states.filter((status) => isOfUnknownState({ status }))).toEqual(['SNOOZED', ''])
})

it('only ACKNOWLEDGED is acknowledged', () => {
  const states = ['ACTIVE', 'ACKNOWLEDGED', 'RESOLVED', 'SNOOZED', '']
  expect(states.filter((status) => isAcknowledged({ status }))).toEqual(['ACKNOWLEDGED'])
})

it('only RESOLVED is resolved', () => {
  const states = ['ACTIVE', 'ACKNOWLEDGED', 'RESOLVED', 'SNOOZED', 'resolved', '']
  expect(states.filter((status) => isResolved({ status }))).toEqual(['RESOLVED'])
})
