import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { HtmlTagDescriptor, Plugin, Rolldown } from 'vite'

const compressible = /\.(html|js|css|json|svg|txt|webmanifest|map)$/

/** Below this size a compressed twin saves no packet. */
const minCompressedBytes = 1024

/**
 * Lets the browser fetch everything the first screen needs in one round trip: without it the app chunk would
 * wait for the entry, `config.json` for the entry and the font for the styles.
 */
export function preloadFirstScreen(): Plugin {
  return {
    name: 'plantdeck:preload-first-screen',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler: (_html, { bundle }) => {
        if (bundle === undefined) return []
        const fonts = Object.keys(bundle).filter((file) => file.endsWith('.woff2'))
        return [
          preload({ href: '/config.json', as: 'fetch' }),
          ...firstChunks(bundle).map((file) => tag({ rel: 'modulepreload', href: `/${file}` })),
          // One font file is the rule here; more of them are for scripts that most pages never show.
          ...fonts
            .slice(0, fonts.length === 1 ? 1 : 0)
            .map((file) => preload({ href: `/${file}`, as: 'font', type: 'font/woff2' })),
        ]
      },
    },
  }
}

/** The chunks that the entry imports when it runs, with what they need; Vite preloads its static imports itself. */
function firstChunks(bundle: Rolldown.OutputBundle): string[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk')
  const byName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]))
  const entries = chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName)
  const preloadedByVite = closure(entries)
  const started = [...preloadedByVite].flatMap((file) => byName.get(file)?.dynamicImports ?? [])
  return [...closure(started)].filter((file) => !preloadedByVite.has(file))

  function closure(files: readonly string[]): Set<string> {
    const found = new Set<string>()
    const visit = (file: string) => {
      if (found.has(file)) return
      found.add(file)
      byName.get(file)?.imports.forEach(visit)
    }
    files.forEach(visit)
    return found
  }
}

function preload(attrs: Record<string, string>): HtmlTagDescriptor {
  // Without `crossorigin` the browser keeps fetch and font preloads apart and loads them a second time.
  return tag({ rel: 'preload', ...attrs, crossorigin: '' })
}

function tag(attrs: Record<string, string>): HtmlTagDescriptor {
  return { tag: 'link', attrs, injectTo: 'head' }
}

/** Writes a `.br` and a `.gz` beside each text file of the build, at the strongest setting. */
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
