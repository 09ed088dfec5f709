import { readFile, readdir, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import { type HtmlTagDescriptor, type Plugin, type Rolldown, minifySync } from 'vite'

const compressible = /\.(html|js|css|json|svg|txt|webmanifest|map)$/

/** Below this size, compression does not save a packet. */
const minCompressedBytes = 1024

/**
 * Lets the browser fetch everything for the first screen in one round trip: otherwise the app's chunk and `config.json`
 * would wait for the entry. The font deliberately waits for the styles: preloading it would compete with them, and its
 * fallback has the same metrics.
 */
export function preloadFirstScreen({ module }: { module: RegExp }): Plugin {
  let base = '/'
  return {
    name: 'plantdeck:preload-first-screen',
    apply: 'build',
    configResolved: (config) => {
      ;({ base } = config)
    },
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        if (bundle === undefined) return []
        return [
          preload({ href: `${base}config.json`, as: 'fetch' }),
          ...chunksOf(bundle, module).map((file) =>
            tag({ rel: 'modulepreload', href: base + file }),
          ),
        ]
      },
    },
  }
}

/** Returns the chunk that contains a module, with its imports, except for those the entry loads anyway. */
function chunksOf(bundle: Rolldown.OutputBundle, module: RegExp): string[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
  const entries = closure(chunks.filter((chunk) => chunk.isEntry))
  const wanted = chunks.filter((chunk) =>
    // A chunk of grouped modules may be preceded by a small one that only re-exports.
    [...chunk.moduleIds, chunk.facadeModuleId ?? ''].some((id) => module.test(id)),
  )
  if (wanted.length === 0) throw new Error(`No chunk holds ${String(module)}.`)
  return [...closure(wanted)].filter((file) => !entries.has(file))

  function closure(from: readonly Rolldown.OutputChunk[]): Set<string> {
    const found = new Set<string>()
    const visit = (chunk: Rolldown.OutputChunk) => {
      if (found.has(chunk.fileName)) return
      found.add(chunk.fileName)
      chunks.filter(({ fileName }) => chunk.imports.includes(fileName)).forEach(visit)
    }
    from.forEach(visit)
    return found
  }
}

/** Forwards requests to the backend, including those under the `--base` path, which the backend does not know. */
export function forwardToBackend(target: string): Plugin {
  return {
    name: 'plantdeck:forward-to-backend',
    config: ({ base = '/' }) => {
      const forward = (path: string) => path.slice(base.length - 1)
      const entry = { target, changeOrigin: true, rewrite: forward }
      const paths = ['api', 'oauth2', 'docs', 'openapi.json', 'healthz']
      const proxy = Object.fromEntries(paths.map((path) => [base + path, entry]))
      return { server: { proxy }, preview: { proxy } }
    },
  }
}

/**
 * Copies the bundler's few module helpers into the chunks that use them. When chunks are grouped manually, the bundler
 * puts the helpers into their own chunk: 0.6 KiB, and one more request on every first screen. They have no state, so
 * copies are equivalent. Chunk names remain valid, because the import they were hashed with contained the hash of the
 * helpers.
 */
export function inlineRuntime(): Plugin {
  return {
    name: 'plantdeck:inline-runtime',
    apply: 'build',
    enforce: 'pre',
    generateBundle: {
      order: 'pre',
      handler: (_options, bundle) => {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
        const runtime = chunks.find(({ moduleIds }) => moduleIds.join('') === runtimeId)
        if (runtime === undefined) return
        const helpers = helpersOf(runtime.code)
        for (const chunk of chunks) {
          if (!chunk.imports.includes(runtime.fileName)) continue
          chunk.code = withHelpers(chunk, runtime.fileName, helpers)
          chunk.imports = chunk.imports.filter((file) => file !== runtime.fileName)
        }
        delete bundle[runtime.fileName]
      },
    },
  }
}

const runtimeId = '\0rolldown/runtime.js'

interface Helpers {
  body: string
  /** Local names by exported name. */
  names: ReadonlyMap<string, string>
}

function helpersOf(code: string): Helpers {
  const [, body, names] = /^([\s\S]*)export\s*\{([^}]*)\};?\s*$/.exec(code) ?? []
  if (body === undefined || names === undefined) throw new Error('The runtime exports nothing.')
  return { body, names: new Map(namesIn(names).map(([local, exported]) => [exported, local])) }
}

/** Reads `a as b,c` as pairs, the second of which is the name outside. */
function namesIn(list: string): [string, string][] {
  return list.split(',').map((name) => {
    const [first = '', second = first] = name.trim().split(/\s+as\s+/)
    return [first, second]
  })
}

function withHelpers(
  chunk: Rolldown.OutputChunk,
  runtimeFile: string,
  { body, names }: Helpers,
): string {
  const file = basename(runtimeFile).replaceAll('.', '\\.')
  const statement = new RegExp(`import\\s*(?:\\{([^}]*)\\}\\s*from\\s*)?["'\`]\\./${file}["'\`];?`)
  const match = statement.exec(chunk.code)
  if (match === null) throw new Error(`${chunk.fileName} imports the runtime in an unknown way.`)
  const [whole, imported] = match
  if (imported === undefined) return chunk.code.replace(whole, '')
  const used = namesIn(imported)
  const pattern = used.map(([name, local]) => `${name}:${local}`)
  const members = used.map(([name]) => `${name}:${names.get(name)}`)
  const copy = `const{${pattern.join()}}=(()=>{${body}return{${members.join()}}})();`
  // Drops the helpers that this chunk doesn't use.
  const { code } = minifySync(chunk.fileName, copy, { module: true, mangle: false })
  return chunk.code.replace(whole, () => code)
}

function preload(attrs: Record<string, string>): HtmlTagDescriptor {
  // Without `crossorigin`, the browser doesn't match the preload with the fetch and loads it a second time.
  return tag({ rel: 'preload', ...attrs, crossorigin: '' })
}

function tag(attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs, injectTo: 'head' }
}

/** Writes a `.br` and a `.gz` next to each text file of the build, at the strongest setting. */
export function precompress(): Plugin {
  return {
    name: 'plantdeck:precompress',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      handler: async ({ dir = 'dist' }) => {
        const names = await readdir(dir, { recursive: true })
        const files = names.filter((name) => compressible.test(name))
        await Promise.all(files.map((name) => writeTwins(join(dir, name))))
      },
    },
  }
}

async function writeTwins(file: string) {
  const content = await readFile(file)
  if (content.length < minCompressedBytes) return
  const params = { [constants.BROTLI_PARAM_SIZE_HINT]: content.length }
  await Promise.all([
    promisify(brotliCompress)(content, { params }).then((data) => writeFile(`${file}.br`, data)),
    promisify(gzip)(content, { level: constants.Z_BEST_COMPRESSION }).then((data) =>
      writeFile(`${file}.gz`, data),
    ),
  ])
}
