import { expect, it } from 'vitest'

const sources = Object.entries(
  import.meta.glob<string>('./**/*.{ts,tsx}', { query: '?raw', import: 'default', eager: true }),
).filter(([path]) => !path.includes('.test.'))

const filesWith = (code: RegExp) =>
  sources.flatMap(([path, text]) => (code.test(text) ? [path] : [])).toSorted()

it('loads code on demand as a code part, which can be asked for again', () => {
  expect(filesWith(/(?<!codePart\(\(\) => )\bimport\(['"]|\blazy\(/)).toEqual(['./main.tsx'])
})

it('reloads the page by its policy only, and a page that comes back from the history', () => {
  expect(filesWith(/\blocation\s*\.\s*reload\b/)).toEqual([
    './api/deployed-version.ts',
    './features/shell/stale-code.ts',
    './main.tsx',
  ])
})
