import { expect, it } from 'vitest'
import { anyFleet } from './test-fleets'
import { TextColumn, idAt, joinTexts, lineAt, rowTexts, searchTextOf, textsOf } from './text-column'
import { searchLines } from '@/domain/plant/plant-search'
import { fc } from '@/lib/test-properties'

it('returns the plant’s own texts, and the lines that a search uses', () => {
  fc.assert(
    fc.property(anyFleet, (plants) => {
      const column = new TextColumn(plants.length)
      for (const plant of plants) column.add(plant, ['metadata'])
      const texts = textsOf(column.finish())
      for (const [row, plant] of plants.entries()) {
        expect(rowTexts(texts, row)).toEqual({
          name: plant.name,
          serialNumber: plant.serialNumber,
          id: plant.id,
          certificateFingerprint: plant.certificateFingerprint ?? undefined,
          certificateSerialNumber: plant.certificateSerialNumber ?? undefined,
        })
        expect(idAt(texts, row)).toBe(plant.id)
        const lines = searchLines(plant)
        expect(searchTextOf(texts, row)).toBe(`${[...lines, 'metadata'].join('\n')}\n`)
        expect(lineAt(texts, row, 1)).toBe(lines[1])
      }
    }),
  )
})

it('stores separately only what the search text cannot restore', () => {
  const column = new TextColumn(1)
  const fingerprint = Array.from({ length: 32 }, () => 'AB').join(':')
  column.add(
    {
      id: 'c5c9c9d6-5e9d-4682-8f8f-156c04c76790',
      name: 'brno',
      serialNumber: 'PXC-26-1',
      certificateFingerprint: fingerprint,
      certificateSerialNumber: '00a1',
      type: '',
      status: '',
      lifecycleStatus: '',
      authMethod: '',
    },
    [],
  )
  expect(column.finish().apart).toHaveLength(0)
})

it('stores rows with characters beyond Latin-1 separately', () => {
  const texts = ['brno\nß\n', 'slunce 🌞\n', '\n', 'Ω\n', 'zlin\n']
  const joined = joinTexts(texts)
  expect(joined.text).toBe('brno\nß\n\nzlin\n')
  expect(joined.wide).toBe('slunce 🌞\nΩ\n')
  const rest = { forms: new Uint16Array(), apart: new Uint8Array(), apartStarts: new Uint32Array() }
  const read = texts.map((_text, row) => searchTextOf({ ...joined, ...rest }, row))
  expect(read).toEqual(texts)
  expect(joinTexts(['a\n'])).toMatchObject({ wide: '', wideStarts: new Uint32Array() })
})
