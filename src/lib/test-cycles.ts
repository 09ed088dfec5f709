// Cycles of imports between files and between folders, for the test of the architecture.
import {
  type SourceFile,
  importsOf,
  notTests,
  resolveImport,
  withoutExtension,
} from './test-sources'

/** Lists import cycles, including type-only imports. */
export function findCycles(sources: readonly SourceFile[]): string[] {
  return cyclesOf(importGraph(sources))
}

/** Lists the cycles of imports between the folders in a folder; tests and files that are in none don't count. */
export function findFolderCycles(sources: readonly SourceFile[], within: string): string[] {
  const folderOf = (path: string) => new RegExp(`^${within}/([^/]+)/`).exec(path)?.[1]
  const graph = new Map<string, Set<string>>()
  for (const [path, targets] of importGraph(notTests(sources))) {
    const folder = folderOf(path)
    if (folder === undefined) continue
    const others = targets
      .flatMap((target) => folderOf(target) ?? [])
      .filter((other) => other !== folder)
    graph.set(folder, new Set([...(graph.get(folder) ?? []), ...others]))
  }
  return cyclesOf(graph)
}

/** Returns the files that each file imports. */
function importGraph(sources: readonly SourceFile[]): Map<string, string[]> {
  const files = new Map(sources.map(({ path }) => [withoutExtension(path), path]))
  return new Map(
    sources.map((file) => [
      file.path,
      importsOf(file).flatMap(({ specifier }) => {
        const target = files.get(withoutExtension(resolveImport(file.path, specifier) ?? ''))
        return target ?? []
      }),
    ]),
  )
}

function cyclesOf(graph: ReadonlyMap<string, Iterable<string>>): string[] {
  const found: string[] = []
  const done = new Set<string>()
  const visit = (node: string, trail: readonly string[]) => {
    const start = trail.indexOf(node)
    if (start !== -1) found.push([...trail.slice(start), node].join(' -> '))
    if (start !== -1 || done.has(node)) return
    for (const target of graph.get(node) ?? []) visit(target, [...trail, node])
    done.add(node)
  }
  for (const node of graph.keys()) visit(node, [])
  return found
}
