// Reads the project's own source for the rules in `src/architecture.test.ts` and `src/size-and-names.test.ts`.
import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))
/** Generated, or with the very patterns that are searched for. */
const leftOut = new Set([
  'src/routeTree.gen.ts',
  'src/architecture.test.ts',
  'src/size-and-names.test.ts',
])

const stringOrComment =
  /("(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)|\/\/[^\n]*|\/\*[\s\S]*?\*\//g

/** A source file. `code` is its text without comments, so that mentioning a forbidden pattern in one is allowed. */
export type SourceFile = { path: string; text: string; code: string }

/** Reads all source files below a folder, with paths relative to the project root. */
export function readSources(folder: string): SourceFile[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.[cm]?tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !leftOut.has(path))
    .map((path) => {
      const text = readFileSync(join(root, path), 'utf8')
      return { path, text, code: withoutComments(text) }
    })
}

function withoutComments(text: string): string {
  return text.replace(stringOrComment, (match, string?: string) => string ?? blank(match))
}

/** Replaces string contents with blanks; line numbers stay the same. */
export function withoutStrings(code: string): string {
  return code.replace(stringOrComment, (match) => blank(match))
}

/** Keeps line breaks so that line numbers stay the same. */
function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ')
}

/** Lists the imports of a file: static, dynamic and type-only. */
export function importsOf({ code }: SourceFile): { specifier: string; line: number }[] {
  const pattern = /\b(?:from|import)\s*\(?\s*['"]([^'"\n]+)['"]/g
  return [...code.matchAll(pattern)].map((match) => ({
    specifier: match[1] ?? '',
    line: lineAt(code, match.index),
  }))
}

/** Lists the imports that match a pattern. */
export function findImports(files: readonly SourceFile[], forbidden: RegExp): string[] {
  return files.flatMap((file) =>
    importsOf(file)
      .filter(({ specifier }) => forbidden.test(specifier))
      .map(({ specifier, line }) => `${file.path}:${line} imports ${specifier}`),
  )
}

/** Resolves an import to one of our files, without its extension unless the import has one; undefined for a package. */
export function resolveImport(path: string, specifier: string): string | undefined {
  if (specifier.startsWith('@/')) return `src/${specifier.slice('@/'.length)}`
  if (specifier.startsWith('#')) return specifier.slice(1)
  return specifier.startsWith('.') ? posix.join(posix.dirname(path), specifier) : undefined
}

/** Returns the paths of the files that entries import: directly or not, statically or on demand. */
export function reachableFrom(
  files: readonly SourceFile[],
  entries: readonly string[],
): ReadonlySet<string> {
  const byName = new Map(files.map((file) => [withoutExtension(file.path), file]))
  const reached = new Set<string>()
  const visit = (path: string) => {
    const file = byName.get(withoutExtension(path))
    if (!file || reached.has(file.path)) return
    reached.add(file.path)
    for (const { specifier } of importsOf(file)) {
      visit(resolveImport(file.path, specifier.replace(/\?.*/, '')) ?? '')
    }
  }
  entries.forEach(visit)
  return reached
}

/**
 * Lists exported names, as `path name`, that no other file imports. Names that only tests import count as used when
 * their own file needs them, too, or is for tests; those of files that are imported on demand, when another file
 * mentions them.
 */
export function unusedExports(
  exporters: readonly SourceFile[],
  importers: readonly SourceFile[],
): string[] {
  const imported = new Set(notTests(importers).flatMap(importedNames))
  const tested = new Set(importers.flatMap(importedNames))
  const onDemand = new Set(
    importers.flatMap((file) =>
      [...file.code.matchAll(/\bimport\(\s*'([^']+)'/g)].map(([, specifier = '']) =>
        withoutExtension(resolveImport(file.path, specifier) ?? ''),
      ),
    ),
  )
  const mentions = ({ code }: SourceFile, name: string) =>
    code.replaceAll(/'[^'\n]*'/g, '').match(new RegExp(`\\b${name}\\b`, 'g'))?.length ?? 0
  return exporters.flatMap((file) => {
    const path = withoutExtension(file.path)
    const isUsed = (name: string) =>
      imported.has(`${path} ${name}`) ||
      (tested.has(`${path} ${name}`) && (isForTests(file) || mentions(file, name) > 1)) ||
      (onDemand.has(path) &&
        importers.some((other) => other.path !== file.path && mentions(other, name) > 0))
    return exportedNames(file)
      .filter((name) => !isUsed(name))
      .map((name) => `${file.path} ${name}`)
  })
}

function exportedNames({ code }: SourceFile): string[] {
  const declared = /^export (?:async )?(?:const|let|function\*?|class|interface|type) (\w+)/gm
  const listed = [...code.matchAll(/^export \{([^}]*)\}/gm)].flatMap(([, names = '']) =>
    namesIn(names, -1),
  )
  return [...[...code.matchAll(declared)].map(([, name = '']) => name), ...listed]
}

function importedNames({ path, code }: SourceFile): string[] {
  const clauses = /\b(?:import|export)\s+(?:type\s+)?(?:\w+,\s*)?\{([^}]*)\}\s*from\s*'([^']+)'/g
  return [...code.matchAll(clauses)].flatMap(([, names = '', specifier = '']) => {
    const target = withoutExtension(resolveImport(path, specifier) ?? '')
    return namesIn(names, 0).map((name) => `${target} ${name}`)
  })
}

/** Lists the names of a clause such as `type A, B as C`; `side` 0 takes B, and -1 takes C. */
function namesIn(clause: string, side: 0 | -1): string[] {
  return clause
    .split(',')
    .map(
      (part) =>
        part
          .trim()
          .replace(/^type\s+/, '')
          .split(/\s+as\s+/)
          .at(side) ?? '',
    )
    .filter(Boolean)
}

/** Lists the places where the code, without comments, matches a pattern. */
export function findCode(files: readonly SourceFile[], pattern: RegExp): string[] {
  return files.flatMap(({ path, code }) =>
    [...code.matchAll(new RegExp(pattern, 'g'))].map(
      (match) => `${path}:${lineAt(code, match.index)} has ${match[0]}`,
    ),
  )
}

/** Lists the files with more lines than a limit. */
export function tooLong(files: readonly SourceFile[], limit: number): string[] {
  return files
    .map(({ path, text }) => ({ path, lines: text.trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > limit)
    .map(({ path, lines }) => `${path}:${limit + 1} is past the limit, of ${lines} lines`)
}

/** Returns the line count that a share of the files, 0 to 1, does not exceed. */
export function linesAt(share: number, files: readonly SourceFile[]): number {
  const lines = files.map(({ text }) => text.trimEnd().split('\n').length).toSorted((a, b) => a - b)
  return lines[Math.ceil(lines.length * share) - 1] ?? 0
}

/** Lists exported declarations without a docstring; a type that a schema or a list gives has that one's. */
export function undocumentedExports(files: readonly SourceFile[]): string[] {
  const declared = /^export (?:async )?(?:const|function\*?|class|interface|type) (\w+).*/gm
  const derived = /= z\.infer<|= \(typeof \w+\)\[number\]|Omit<z\.infer|= keyof /
  return files.flatMap(({ path, text }) =>
    [...text.matchAll(declared)]
      .filter(({ 0: line, index }) => !derived.test(line) && !text.slice(0, index).endsWith('*/\n'))
      .map(({ 1: name, index }) => `${path}:${lineAt(text, index)} has no docstring at ${name}`),
  )
}

function isForTests({ path }: SourceFile): boolean {
  return /\/test-|\/testing\/|^sandbox\/proof\//.test(path)
}

/** Excludes tests and test helpers. */
export function notTests(files: readonly SourceFile[]): SourceFile[] {
  return files.filter(({ path }) => !/\.test\.tsx?$|\/test-[^/]*$/.test(path))
}

/** Returns a path without its extension. */
export function withoutExtension(path: string): string {
  return path.replace(/\.[cm]?[tj]sx?$/, '')
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length
}
