import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { chunkGroups } from './.scripts/chunk-groups.ts'
import { onDemandCode } from './.scripts/on-demand-code.ts'
import {
  forwardToBackend,
  inlineRuntime,
  precompress,
  preloadFirstScreen,
} from './.scripts/vite-plugins.ts'

/** The server to which `npm run dev` and `npm run preview` forward the API, the token endpoint and the docs. */
const { API_URL: apiUrl = '', PLANTDECK_FUZZ_TIMES: fuzzTimes = '1', VITEST: vitest } = process.env
const backendUrl = apiUrl === '' ? 'http://localhost:4400' : apiUrl

/** Routes whose code comes with the app: split off, they would cost the first screen another round trip. */
const firstScreen = new Set(['/_app', '/_app/plants/'])

/** Changes the time zone of its process, which threads share. */
const ownProcess = 'src/lib/time-zone.test.ts'

/** Tests of rules. */
const rules = 'src/domain/**/*.test.ts'

export default defineConfig({
  // Tests import modules, not pages: none of these, and no rewriting of the route tree while they run.
  plugins: vitest === undefined ? buildPlugins() : [react()],
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('src', import.meta.url)),
      // The router's store comes with a stand-in for a hook that React has had since version 18.
      'use-sync-external-store/shim/with-selector': 'use-sync-external-store/with-selector',
    },
  },
  worker: { format: 'es' },
  build: {
    target: 'es2023',
    reportCompressedSize: false,
    rolldownOptions: { output: { codeSplitting: { groups: chunkGroups } } },
  },
  test: {
    // A machine that is also building is slow, which is not a failure; more runs take longer.
    testTimeout: 20_000 * Number(fuzzTimes),
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['{src,.scripts}/**/*.test.ts', 'src/**/*.test.tsx'],
          exclude: [ownProcess, rules],
          // A thread starts faster than a process, and there are some 250 files.
          pool: 'threads',
        },
      },
      {
        extends: true,
        // Rules keep no state, and their tests replace nothing: starting afresh for each file would take longer than they do.
        test: { name: 'unit-rules', include: [rules], pool: 'threads', isolate: false },
      },
      {
        extends: true,
        test: { name: 'unit-process', include: [ownProcess] },
      },
      {
        extends: true,
        test: {
          name: 'sandbox',
          include: ['sandbox/**/*.test.ts'],
          // Each test has a data folder or an organization of its own; loading the platform again for each file
          // would take as long as the tests.
          isolate: false,
          restoreMocks: true,
        },
      },
    ],
  },
})

function buildPlugins() {
  return [
    // Before React's plugin: it splits the routes' source.
    tanstackRouter({
      target: 'react',
      autoCodeSplitting: true,
      codeSplittingOptions: {
        splitBehavior: ({ routeId }) => (firstScreen.has(routeId) ? [] : undefined),
      },
      routeFileIgnorePattern: '\\.test\\.',
    }),
    onDemandCode(),
    react(),
    tailwindcss(),
    forwardToBackend(backendUrl),
    inlineRuntime(),
    preloadFirstScreen({ module: /src[\\/]app\.tsx$/ }),
    precompress(),
  ]
}
