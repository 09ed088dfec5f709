import { expect, it } from 'vitest'
import { fileParts } from './file-parts'

it('joins text and bytes in order, however large they are', async () => {
  const parts = fileParts('text/plain')
  const long = 'x'.repeat(700_000)
  parts.add('ž')
  parts.add(long)
  parts.add(new TextEncoder().encode('é'))
  parts.add(long)
  parts.add('end')
  const file = parts.file()
  expect(file.type).toBe('text/plain')
  expect(await file.text()).toBe(`ž${long}é${long}end`)
})

it('creates an empty file from nothing', () => {
  expect(fileParts('text/csv').file().size).toBe(0)
})
