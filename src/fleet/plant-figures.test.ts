import { expect, it, vi } from 'vitest'
import { PlantFigures } from './plant-figures'

it('keeps the latest reading of each plant, and the age of the oldest', () => {
  const figures = new PlantFigures<string>()
  expect(figures.oldestReadAtMs).toBeUndefined()
  figures.put('a', 'old', 1)
  figures.put('b', 'b', 3)
  figures.put('a', 'new', 5)
  expect(figures.of('a')).toEqual({ figures: 'new', readAtMs: 5 })
  expect([figures.size, figures.oldestReadAtMs]).toEqual([2, 3])
})

it('keeps earlier figures when a reading fails, and counts it until one succeeds', () => {
  const figures = new PlantFigures<string>()
  figures.put('a', 'a', 1)
  figures.fail('a', 2)
  expect([figures.size, figures.failed, figures.failedAtMs('a')]).toEqual([1, 1, 2])
  figures.fail('b', 2)
  expect([figures.failed, figures.tried]).toEqual([2, 2])
  figures.put('a', 'a', 3)
  expect([figures.failed, figures.failedAtMs('a')]).toEqual([1, undefined])
})

it('forgets plants, and all but some', () => {
  const figures = new PlantFigures<string>()
  for (const plantId of ['a', 'b', 'c']) figures.put(plantId, plantId, 1)
  figures.fail('d', 1)
  figures.forget('a')
  figures.keepOnly(new Set(['b']))
  expect([...figures.all()].map(([plantId]) => plantId)).toEqual(['b'])
  expect(figures.failed).toBe(0)
  figures.clear()
  expect(figures.size).toBe(0)
})

it('tells its listeners of each change, and of nothing else', () => {
  const figures = new PlantFigures<string>()
  const listener = vi.fn()
  const unsubscribe = figures.subscribe(listener)
  figures.put('a', 'a', 1)
  figures.fail('a', 2)
  figures.forget('none')
  figures.keepOnly(new Set(['a']))
  expect(listener).toHaveBeenCalledTimes(2)
  expect(figures.getVersion()).toBe(2)
  unsubscribe()
  figures.clear()
  expect(listener).toHaveBeenCalledTimes(2)
})
