import { expect, it } from 'vitest'
import { onGone, reportGone } from './gone-reports'
import { forgetPerson } from '@/lib/person-change'

it('calls back for plants that were reported before, too, until the user changes', () => {
  reportGone('a')
  const heard: string[] = []
  onGone((plantId) => heard.push(plantId))
  reportGone('b')
  expect(heard).toEqual(['a', 'b'])
  forgetPerson()
  const later: string[] = []
  onGone((plantId) => later.push(plantId))
  expect(later).toEqual([])
})
