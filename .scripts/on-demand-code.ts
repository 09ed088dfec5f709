import type { Plugin } from 'vite'

const preloadHelper = '\0vite/preload-helper.js'
const routerImport =
  /(import\s*\{\s*lazyRouteComponent\s*\}\s*from\s*)["']@tanstack\/react-router["']/

/** Signs of code that reloads the page by itself or takes a failed prefetch for a deployment. */
const forbidden = ['tanstack_router_reload', 'vite:preloadError']

/**
 * Routes every dynamic import through `src/lib/import-part.ts` and replaces TanStack Router's function with
 * `src/ui/lazy-route-component.tsx`. The original reloads the page when code is missing, which loses input and pending
 * requests, and ends in the browser's error page when the server is down. The build fails if an update brings either
 * back.
 */
export function onDemandCode(): Plugin {
  let base = '/'
  return {
    name: 'plantdeck:on-demand-code',
    // After the router's plugin, which splits the routes and comes before this one.
    enforce: 'pre',
    config: () => ({
      build: {
        modulePreload: {
          polyfill: false,
          // Vite omits the file itself when it imports nothing.
          resolveDependencies: (file, dependencies, { hostType }) =>
            hostType === 'js' ? [...new Set([file, ...dependencies])] : dependencies,
        },
      },
    }),
    configResolved: (config) => {
      ;({ base } = config)
    },
    load: (id) => (id === preloadHelper ? helperCode(base) : undefined),
    transform(code, id) {
      if (!/[\\/]src[\\/]routes[\\/]/.test(id) || !code.includes('lazyRouteComponent')) return
      if (!routerImport.test(code)) this.error(`${id} gets lazyRouteComponent in an unknown way.`)
      return { code: code.replace(routerImport, `$1'@/ui/lazy-route-component'`), map: null }
    },
    generateBundle(_options, bundle) {
      for (const output of Object.values(bundle)) {
        if (output.type !== 'chunk') continue
        const found = forbidden.find((trace) => output.code.includes(trace))
        if (found) this.error(`${output.fileName} contains ${found}.`)
      }
    },
  }
}

function helperCode(base: string): string {
  if (!base.startsWith('/')) throw new Error(`The base ${base} is not an absolute path.`)
  return `
    import { importPart } from '@/lib/import-part'
    export const __vitePreload = (importIt, files = []) =>
      importPart(importIt, files.map((file) => ${JSON.stringify(base)} + file))
  `
}
