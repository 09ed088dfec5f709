import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import {
  chunkGroups,
  sharedByFleetPages,
  sharedParts,
  sharedRenewals,
  sharedSmall,
} from './chunk-groups.ts'

const folder = new URL('../src/', import.meta.url)

it('shares only modules that exist', () => {
  const paths = [...sharedParts, ...sharedByFleetPages, ...sharedRenewals, ...sharedSmall]
  const missing = paths.filter(
    (path) => !['.ts', '.tsx'].some((ending) => existsSync(new URL(path + ending, folder))),
  )
  expect(missing).toEqual([])
})

it('finds modules on any platform, and no others', () => {
  const parts = chunkGroups.find(({ name }) => name === 'parts')
  expect(parts?.test.test('/plantdeck/src/ui/panel.tsx')).toBe(true)
  expect(parts?.test.test(String.raw`C:\plantdeck\src\lib\cadence.ts`)).toBe(true)
  expect(parts?.test.test('/x/lucide-react/dist/esm/icons/ban.mjs')).toBe(true)
  expect(parts?.test.test('/plantdeck/src/ui/panel-more.tsx')).toBe(false)
})
