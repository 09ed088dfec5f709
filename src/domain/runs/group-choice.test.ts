import { expect, it } from 'vitest'
import { countGroups, groupPopulations, narrowByGroup, readGroupsOf } from './group-choice'
import { testRunPlant } from './test-runs'

const detail = (id: string, ...groups: string[]) => ({
  ...testRunPlant(id),
  plantGroups: {
    items: groups.map((name) => ({ id: `g-${name}`, name })),
    unreadable: 0,
  },
})
const readings = new Map([
  ['a', readGroupsOf(detail('a', 'West', 'North'), 1)],
  ['b', readGroupsOf(detail('b', 'West'), 2)],
  ['c', readGroupsOf({ ...testRunPlant('c') }, 3)],
  ['x', readGroupsOf(detail('x', 'West'), 4)],
])
const ids = ['a', 'b', 'c', 'd']

it('counts the groups of the chosen plants by name, and plants without a group last', () => {
  expect(countGroups(ids, readings)).toEqual([
    { id: 'g-North', name: 'North', plants: 1 },
    { id: 'g-West', name: 'West', plants: 2 },
    { id: '', name: '', plants: 1 },
  ])
})

it('narrows the choice to groups, and lists plants that it knows nothing about', () => {
  const narrowed = (...chosen: string[]) => narrowByGroup(ids, readings, new Set(chosen))
  expect(narrowed()).toEqual({ inGroups: ids, unread: [] })
  expect(narrowed('g-West')).toEqual({ inGroups: ['a', 'b'], unread: ['d'] })
  expect(narrowed('g-North', '')).toEqual({ inGroups: ['a', 'c'], unread: ['d'] })
})

it('counts all plants that were read, not only the chosen ones', () => {
  expect([...groupPopulations(readings)]).toEqual([
    ['g-North', 1],
    ['g-West', 3],
    ['', 1],
  ])
})
