// Rules that lint cannot check: about files, the whole tree, and dynamic imports.
import { describe, expect, it } from 'vitest'
import {
  type SourceFile,
  findCode,
  findImports,
  importsOf,
  notTests,
  reachableFrom,
  readSources,
  resolveImport,
  unusedExports,
  withoutExtension,
} from './lib/test-sources'
import { findCycles, findFolderCycles } from '@/lib/test-cycles'

/** Allowed imports between layers. Top-level files of src are layers of their own. */
const directions: Record<string, readonly string[]> = {
  lib: [],
  api: ['lib'],
  domain: ['api', 'lib'],
  ui: ['lib'],
  'plant-ui': ['domain', 'api', 'ui', 'lib'],
  attempts: ['domain', 'api', 'ui', 'lib'],
  fleet: ['domain', 'api', 'ui', 'lib'],
  features: ['plant-ui', 'attempts', 'fleet', 'domain', 'api', 'ui', 'lib'],
  routes: ['features', 'api', 'ui', 'lib'],
  router: ['routeTree.gen', 'routes', 'features', 'api', 'ui', 'lib'],
  'start-failure': ['api', 'ui', 'lib'],
  app: ['router', 'features', 'api', 'ui', 'lib'],
  main: ['app', 'start-failure', 'router', 'features', 'api', 'ui', 'lib'],
}

/** Tokens live in memory or sessionStorage, no secret in localStorage; a device's clock may be wrong. */
const owners = {
  sessionStorage:
    /^src\/(api\/session\/(session-kept|sign-in-by-code)|features\/shell\/stale-code|lib\/(browser-storage|tab-id))/,
  localStorage:
    /^src\/(api\/session\/session-kept|lib\/(person-alias|preferences|browser-storage|last-use))/,
  'Date\\.now': /^src\/lib\/server-clock/,
}

/** Files that are used although no import leads to them, each with its reason. */
const entries = {
  'src/main.tsx': 'index.html loads it',
  'src/lib/import-part.ts': 'the build puts it before every import()',
  'src/ui/lazy-route-component.tsx': 'the build puts it in the place of the router’s',
}

/** Exports that nothing imports, each with its reason. */
const keptExports = {
  'src/ui/lazy-route-component.tsx lazyRouteComponent': 'the build imports it',
}

/** Tests and what they use; not benches, screenshots and the kill test of `npm run test:kill`, which take time. */
const testPaths =
  /\.(test|spec)\.tsx?$|\/test-[^/]*$|\/testing\/|^e2e\/(support|details|faults|browsers)\//

/** Tests that let real time pass or measure it, each with its reason. */
const realTimeTests = {
  'e2e/browsers/end-process.ts': 'gives a process of the system time to end before it is killed',
  'e2e/browsers/play-story.ts': 'no wait: reports how long each chapter took',
  'e2e/browsers/until.ts': 'polls other browsers, which Playwright does not drive',
  'e2e/details/new-plant-leaving.spec.ts': 'no wait: the script returns before the page reloads',
  'e2e/faults/plants-refresh.spec.ts': 'the page really waits for Retry-After; lower bounds only',
  'e2e/support/misbehaving-backend.ts':
    'executes a request after its answer; tests await the effect',
  'sandbox/main.test.ts': 'kills the platform in the middle of its writes, at an arbitrary time',
  'sandbox/platform/broker/hostile-clients.test.ts': 'idle sockets must not hold up the real stop',
  'sandbox/platform/broker/sessions.test.ts': 'a live session must close within one second',
  'sandbox/platform/pki/revocation-list-format.test.ts': 'signing must take two seconds at most',
  'sandbox/proof/test-control/faults.test.ts':
    'the delay fault is a real delay; a lower bound only',
  'src/lib/trim-blanks.test.ts': 'quadratic time would take many seconds',
}

/** Layers whose plain functions have a test beside them; features have few, and those too. */
const testedLayers = ['domain', 'lib', 'attempts', 'fleet']

const sources = readSources('src')
const platform = readSources('sandbox')
const everything = [...sources, ...platform, ...readSources('e2e')]

describe('direction', () => {
  it('lets every layer import only lower layers', () => {
    expect(sources.flatMap(upwardImports)).toEqual([])
  })

  it.each([
    ['nothing above a folder with ../', 'src', /^\.\.(\/|$)/],
    ['nothing of the sandbox in the dashboard', 'src', /(^|[/#])sandbox(\/|$)/],
    [
      'only schemas and plain helpers in the sandbox',
      'sandbox',
      /^@\/(?!(api|lib)\/)|(^|\/)(src|e2e)\//,
    ],
    // Tests may use the fixtures of the proof wing.
    [
      'nothing of what surrounds and proves the platform in the platform',
      'sandbox/platform/(?!.*test)',
      /^#sandbox\/(?!platform\/)/,
    ],
    [
      'nothing of what proves it in what surrounds the platform',
      'sandbox/world/(?!.*test)',
      /^#sandbox\/(?!(platform|world)\/)/,
    ],
    ['nothing of src in browser tests', 'e2e', /^@\/|(^|\/)src\//],
    ['fast-check by way of its seed only', 'src/(?!lib/test-properties)|sandbox', /^fast-check$/],
    ['styles in main.tsx only', 'src/[^/]+/|src/(?!main)', /\.css(\?|$)/],
  ])('imports %s', (_rule, folder, forbidden) => {
    const files = everything.filter(({ path }) => new RegExp(`^(${folder})`).test(path))
    // A folder that was renamed would have no files, and no rule.
    expect(files).not.toEqual([])
    expect(findImports(files, forbidden)).toEqual([])
  })

  it('has no import cycles, types included', () => {
    expect(findCycles(everything)).toEqual([])
  })

  it.each(['src/domain', 'sandbox/platform'])(
    'has no folders in %s that need each other',
    (folder) => {
      expect(everything.some(({ path }) => path.startsWith(`${folder}/`))).toBe(true)
      expect(findFolderCycles(everything, folder)).toEqual([])
    },
  )
})

describe('no dead code', () => {
  it('has no file that nothing leads to', () => {
    expect(unreached(Object.keys(entries))).toEqual([])
  })

  it.each(Object.keys(entries))('still needs the exemption of %s', (entry) => {
    expect(unreached(Object.keys(entries).filter((other) => other !== entry))).toContain(entry)
  })

  it('exports only what another file imports', () => {
    // This file, which is not among the importers, uses them.
    const others = /\.test\.|^src\/(routes\/|lib\/test-(sources|cycles))/
    const files = everything.filter(({ path }) => !others.test(path))
    const importers = [...everything, ...readSources('.scripts')]
    expect(unusedExports(files, importers)).toEqual(Object.keys(keptExports))
  })
})

describe('one place for one thing', () => {
  it("calls fetch only in the client and for the application's files", () => {
    const others = notTests(sources).filter(({ path }) => !/api\/client\.|import-part/.test(path))
    expect(findCode(others, /(?<![.\w])fetch\s*\(|\b(window|globalThis|self)\.fetch\b/)).toEqual([])
  })

  it('writes query keys only in src/api', () => {
    const others = notTests(sources).filter((file) => !file.path.startsWith('src/api/'))
    const literal = /\b(query|mutation)Key:\s*\[|\bQuer(y|ies)(Data|State)?\(\s*\[/
    expect(findCode(others, literal)).toEqual([])
  })

  it.each(Object.entries(owners))('uses %s only in its owner', (thing, owner) => {
    const others = notTests(sources).filter((file) => !owner.test(file.path))
    expect(findCode(others, new RegExp(`\\b${thing}\\b`))).toEqual([])
  })

  it('sends every change of a plant through useAttempt', () => {
    const senders = findCode(sources, /\buseMutation\(/).map((place) => place.split(':')[0])
    const attempts = findCode(sources, /\buse(Action)?Attempt\(/).map(
      (place) => place.split(':')[0],
    )
    expect(senders.filter((path) => !attempts.includes(path))).toEqual([])
    expect(senders.length).toBeGreaterThan(3)
  })

  it('waits in tests for what is awaited, not for a time', () => {
    const tests = everything.filter(({ path }) => testPaths.test(path))
    const waits = /\bwaitForTimeout\b|\bnetworkidle\b|(?<!test\.)\bsetTimeout(?=\(| as\b)/
    // An earlier reading of the clock that is subtracted, or a list of readings.
    const measures =
      /\b(\w+) = (?:performance|Date)\.now\(\)(?=[^]* - \1\b)|\.push\((?:performance|Date)\.now\(\)\)/
    const waiting = [waits, measures]
      .flatMap((pattern) => findCode(tests, pattern))
      .map((place) => place.replace(/:.*/, ''))
    expect([...new Set(waiting)].toSorted()).toEqual(Object.keys(realTimeTests))
  })

  it('sets seed and runs of property tests only in their setup', () => {
    const others = everything.filter(({ path }) => path !== 'src/lib/test-properties.ts')
    expect(findCode(others, /\bnumRuns\b/)).toEqual([])
  })

  it('has a test beside every rule and plain function', () => {
    const paths = new Set(sources.map((file) => file.path))
    const untested = notTests(sources)
      .filter((file) => testedLayers.includes(layerOf(file.path)) || isPlainOfFeature(file))
      // A file of types alone is checked by the compiler.
      .filter((file) => /^export (?!type|interface)/m.test(file.text))
      .map((file) => file.path)
      // Hooks, components, workers and databases are tested in the browser, as they are used.
      .filter((path) => !/\/use-[^/]*$|\.tsx$|-(worker|store)\.ts$/.test(path))
      .filter(
        (path) => !['.test.ts', '.test.tsx'].some((end) => paths.has(withoutExtension(path) + end)),
      )
    expect(untested.map((path) => `${path} has no test`)).toEqual([])
  })
})

/** Lists the files that neither an entry nor a route, which the generated routeTree.gen.ts imports, leads to. */
function unreached(from: readonly string[]): string[] {
  const paths = notTests(sources).map(({ path }) => path)
  const routes = paths.filter((path) => path.startsWith('src/routes/'))
  const reached = reachableFrom(notTests(sources), [...from, ...routes])
  return paths.filter((path) => !reached.has(path))
}

function upwardImports(file: SourceFile): string[] {
  const from = layerOf(file.path)
  return importsOf(file).flatMap(({ specifier, line }) => {
    const target = resolveImport(file.path, specifier)
    if (target === undefined || target.endsWith('.css')) return []
    const to = layerOf(target)
    const isAllowed =
      from === to ? isSameFolder(file.path, specifier, target) : directions[from]?.includes(to)
    return isAllowed === true ? [] : [`${file.path}:${line} imports ${specifier}: ${from} -> ${to}`]
  })
}

/** Returns true for imports allowed within a layer: a feature imports only its own files, and those by `./`. */
function isSameFolder(path: string, specifier: string, target: string): boolean {
  if (layerOf(path) !== 'features') return true
  return specifier.startsWith('.') && path.split('/')[2] === target.split('/')[2]
}

/** Returns true for files of a feature whose functions need neither React nor a store. */
function isPlainOfFeature(file: SourceFile): boolean {
  const isInBrowser = /^(react|lucide-react|@tanstack\/.*)$|-store$/
  return (
    layerOf(file.path) === 'features' &&
    /^export (async )?function/m.test(file.code) &&
    !importsOf(file).some(({ specifier }) => isInBrowser.test(specifier))
  )
}

function layerOf(path: string): string {
  const [, first = ''] = path.split('/')
  return path.split('/').length > 2 ? first : withoutExtension(first)
}
