// Limits on files and names that lint cannot check.
import { posix } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  findCode,
  linesAt,
  notTests,
  readSources,
  tooLong,
  undocumentedExports,
  withoutStrings,
} from './lib/test-sources'

const [maxLines, maxRouteLines] = [250, 40]
/** Lines of most files: half of them, nine of ten, and half of the routes. */
const usual = { median: 57, p90: 160, routes: 20 }

const forbiddenNames =
  /^(utils?|helpers?|common|shared|misc|types?|constants?|index)\.[a-z.]+$|-(utils?|helpers?)\./

const sources = readSources('src')
const platform = readSources('sandbox')
const everything = [...sources, ...platform, ...readSources('e2e')]

describe('size and names', () => {
  it(`has no route over ${maxRouteLines} lines`, () => {
    const routes = sources.filter((file) => file.path.startsWith('src/routes/'))
    expect(tooLong(routes, maxRouteLines)).toEqual([])
  })

  it(`has no file over ${maxLines} lines`, () => {
    expect(tooLong(everything, maxLines)).toEqual([])
  })

  it.each([
    ['src', sources],
    ['sandbox', platform],
  ])('keeps most files of %s short', (_folder, files) => {
    expect(linesAt(0.5, notTests(files))).toBeLessThanOrEqual(usual.median)
    expect(linesAt(0.9, notTests(files))).toBeLessThanOrEqual(usual.p90)
  })

  it('keeps most routes short', () => {
    const routes = sources.filter((file) => file.path.startsWith('src/routes/'))
    expect(linesAt(0.5, routes)).toBeLessThanOrEqual(usual.routes)
  })

  it('documents every export of the lower layers', () => {
    const lower = notTests(sources).filter(({ path }) => /^src\/(api|domain|lib)\//.test(path))
    expect(undocumentedExports(lower)).toEqual([])
  })

  it('puts the head comment of a file above its imports', () => {
    const displaced = everything.flatMap(({ path, text }) => {
      const lines = text.split('\n')
      const isImport = (line: string) => line.startsWith('import ')
      const imports = lines.slice(lines.findIndex(isImport), lines.findLastIndex(isImport))
      return imports.filter((line) => /^(\/\/(?! oxlint-)|\/\*)/.test(line)).map(() => path)
    })
    expect(displaced).toEqual([])
  })

  it('names files after their subject', () => {
    const named = everything.filter(({ path }) => !path.startsWith('src/routes/'))
    expect(
      named
        .filter(({ path }) => forbiddenNames.test(posix.basename(path)))
        .map(({ path }) => `${path}:1`),
    ).toEqual([])
  })

  it('names files in kebab-case', () => {
    const odd = everything
      .filter(({ path }) => !path.startsWith('src/routes/'))
      .filter(({ path }) => !/^[a-z0-9/.-]+$/.test(path))
    expect(odd.map(({ path }) => `${path}:1`)).toEqual([])
  })

  it('has no any', () => {
    const any = /(:|\bas|[<,|&(=]|=>)\s*any\b(?!\s*[:(.])|\bany\[\]/
    const code = everything.map((file) => ({ ...file, code: withoutStrings(file.code) }))
    expect(findCode(code, any)).toEqual([])
  })
})
