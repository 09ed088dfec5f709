import { expect, it } from 'vitest'
import { printRecentPlants, readRecentPlants } from './recent-plants'

it('keeps the latest eight, each once, the latest first', () => {
  let text: string | null = null
  for (const id of ['a', 'b', 'a', 'c', 'd', 'e', 'f', 'g', 'h', 'i']) {
    text = printRecentPlants(readRecentPlants(text), id)
  }
  expect(readRecentPlants(text)).toEqual(['i', 'h', 'g', 'f', 'e', 'd', 'c', 'a'])
})

it.each([null, '', '{', '{}', '"a"', '[1, null, {}]'])('reads nothing from %s', (text) => {
  expect(readRecentPlants(text)).toEqual([])
})
