import { afterEach, describe, expect, it, vi } from 'vitest'
import { ownWorkerFile } from './own-worker'

const page = 'https://plants.example/plantdeck/plants/1?page=2'
const build = { pageUrl: page, base: '/plantdeck/', isDev: false }

describe('ownWorkerFile', () => {
  it.each(['/plantdeck/assets/fleet-worker-1a_2b.js', '../assets/export-worker-x.js'])(
    'accepts %s',
    (url) => {
      expect(ownWorkerFile(url, build)).toBe(new URL(url, page).href)
    },
  )

  it.each([
    'https://evil.example/plantdeck/assets/x.js',
    '//evil.example/plantdeck/assets/x.js',
    'http://plants.example/plantdeck/assets/x.js',
    'https://plants.example:8443/plantdeck/assets/x.js',
    '/assets/x.js',
    '/plantdeck/x.js',
    '/plantdeck/assets/../x.js',
    '/plantdeck/assets/..%2fx.js',
    '/plantdeck/assets/a/x.js',
    '/plantdeck/assets/.js',
    '/plantdeck/assets/x.json',
    '/plantdeck/src/lib/x.ts?worker_file&type=module',
    'data:text/javascript,1',
    'blob:https://plants.example/plantdeck/assets/x.js',
    'javascript:1//plantdeck/assets/x.js',
  ])('rejects %s', (url) => {
    expect(() => ownWorkerFile(url, build)).toThrow(TypeError)
  })

  it('accepts source files only from the development server', () => {
    const url = '/plantdeck/src/lib/x-worker.ts?worker_file&type=module'
    expect(ownWorkerFile(url, { ...build, isDev: true })).toBe(`https://plants.example${url}`)
    expect(() => ownWorkerFile('/src/x.ts', { ...build, isDev: true })).toThrow(TypeError)
  })
})

describe('startOwnWorker', () => {
  afterEach(() => {
    vi.unstubAllGlobals()
    vi.resetModules()
  })

  const url = '/src/lib/x-worker.ts?worker_file&type=module'
  const started: unknown[] = []

  /** Loads the module again: it keeps its policy for the lifetime of the page. */
  async function onPage(globals: Record<string, unknown>) {
    started.length = 0
    // Called with `new`, which an arrow function can't be.
    function FakeWorker(...given: unknown[]) {
      started.push(...given)
    }
    const all = {
      location: { href: 'https://plants.example/plants' },
      Worker: FakeWorker,
      ...globals,
    }
    for (const [name, value] of Object.entries(all)) vi.stubGlobal(name, value)
    return import('./own-worker')
  }

  it('starts a module worker in a browser without Trusted Types', async () => {
    const { startOwnWorker } = await onPage({})
    startOwnWorker(url)
    expect(started).toEqual([`https://plants.example${url}`, { type: 'module' }])
  })

  it('creates its policy once, and passes on only what the policy accepts', async () => {
    const createPolicy = vi.fn(
      (_name: string, rules: { createScriptURL: (url: string) => string }) => ({
        createScriptURL: (given: string) => `trusted ${rules.createScriptURL(given)}`,
      }),
    )
    const { startOwnWorker, WorkerNotAllowedError } = await onPage({
      trustedTypes: { createPolicy },
    })
    startOwnWorker(url)
    startOwnWorker(url)
    expect(started[0]).toBe(`trusted https://plants.example${url}`)
    expect(createPolicy).toHaveBeenCalledTimes(1)
    expect(() => startOwnWorker('https://evil.example/src/x.js')).toThrow(WorkerNotAllowedError)
  })

  it('reports a Content-Security-Policy without its policy, and a browser without workers', async () => {
    const createPolicy = () => {
      throw new TypeError('Policy disallowed')
    }
    const strict = await onPage({ trustedTypes: { createPolicy } })
    expect(() => strict.startOwnWorker(url)).toThrow(strict.WorkerNotAllowedError)
    vi.resetModules()
    const old = await onPage({ Worker: undefined })
    expect(() => old.startOwnWorker(url)).toThrow(old.WorkerNotAllowedError)
  })
})
