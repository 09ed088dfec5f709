import { expect, it, vi } from 'vitest'
import { createListeners } from './listeners'

it('calls each listener until it is removed', () => {
  const { add, notify } = createListeners()
  const [one, other] = [vi.fn<() => void>(), vi.fn<() => void>()]
  const remove = add(one)
  add(other)
  notify()
  remove()
  notify()
  expect(one).toHaveBeenCalledTimes(1)
  expect(other).toHaveBeenCalledTimes(2)
})

it('can be changed by a listener', () => {
  const { add, notify } = createListeners()
  const remove = add(() => remove())
  const last = vi.fn<() => void>()
  add(last)
  notify()
  expect(last).toHaveBeenCalledOnce()
})
