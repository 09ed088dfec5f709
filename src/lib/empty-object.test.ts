import { expect, it } from 'vitest'
import { emptyObject } from './empty-object'

it('deletes everything at every depth, also from objects that are held elsewhere', () => {
  const inner = { key: 'secret', list: ['secret'] }
  const { list } = inner
  const object = { action: 'provision', inner }
  emptyObject(object)
  expect([object, inner, Object.values(list)]).toEqual([{}, {}, []])
})

it('empties objects that contain themselves', () => {
  const object: Record<string, unknown> = { key: 'secret' }
  object['self'] = object
  emptyObject(object)
  expect(object).toEqual({})
})
