import { expect, it } from 'vitest'
import { findCycles, findFolderCycles } from './test-cycles'

const file = (path: string, ...imports: string[]) => {
  const code = imports.map((one) => `import type { A } from '${one}'\n`).join('')
  return { path, text: code, code }
}

const circle = [
  file('src/domain/fleet/a.ts', '@/domain/plant/b'),
  file('src/domain/plant/b.ts', './c'),
  file('src/domain/plant/c.ts', '@/domain/fleet/a'),
]

it('finds a circle of imports, of types alone too', () => {
  expect(findCycles(circle)).toEqual([
    'src/domain/fleet/a.ts -> src/domain/plant/b.ts -> src/domain/plant/c.ts -> src/domain/fleet/a.ts',
  ])
  expect(findCycles(circle.slice(0, 2))).toEqual([])
})

it('finds folders that need each other, although no file needs itself', () => {
  const folders = [
    file('src/domain/fleet/a.ts', '@/domain/plant/b'),
    file('src/domain/plant/b.ts'),
    file('src/domain/plant/c.ts', '@/domain/fleet/d'),
    file('src/domain/fleet/d.ts'),
  ]
  expect(findCycles(folders)).toEqual([])
  expect(findFolderCycles(folders, 'src/domain')).toEqual(['fleet -> plant -> fleet'])
  expect(findFolderCycles(folders.slice(0, 2), 'src/domain')).toEqual([])
})
