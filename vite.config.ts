import tailwindcss from '@tailwindcss/vite'
import { tanstackRouter } from '@tanstack/router-plugin/vite'
import react from '@vitejs/plugin-react'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
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

/** Modules that several pages share, as patterns of paths; the last ones are icons of the library. */
const sharedParts = [
  'api/(certificates|commands|outcome-messages|plant-(cache|mutations|readings)|stated-grace)',
  'domain/actions/(consequences|later-reading|plant-actions)',
  'domain/certificates/certificate-change',
  'domain/commands/(command-(answer|status|time)|history-coverage|send-command)',
  'domain/credentials/first-contact',
  'domain/plant/(metadata-(attribute|values)|plant-name)',
  'domain/problems/(plant-problems|problem-rules)',
  'domain/runs/(run-document|run-eligibility|run-words)',
  'domain/status/connection-kind',
  'fleet/(calm-subscription|opened-from|recent-plants)',
  'lib/(cadence|countdown|file-name|fold-text|hex-digits|person-store|table-export/export-table)',
  'lib/(text-parameter|utc-offset)',
  'ui/(checkbox|combo-field|copy-button|empty-state|export-buttons|facts|filters-button)',
  'ui/(json-field|long-text|missing-line|page-class|panel|save-file|time-of-day|titled-section)',
  'ui/(use-media|use-row-window)',
  'icons/(ban|bell-off|bookmark|funnel-x)',
]
/** What the pages over the whole fleet share beyond that. */
const sharedByFleetPages = [
  'domain/fleet/(facet-values|filter-text|list-columns|plant-selection)',
  'fleet/(find-plants|fleet-scan|read-fleet|text-hits)',
  'fleet/use-(fleet|fleet-plants|fleet-scan|fleet-view|saved-views)',
  'plant-ui/(fleet-notices|fleet-reach-line|no-plants-yet)',
]
/** What the overview and the page of certificates share beyond that. */
const sharedRenewals = [
  'domain/renewals/(certificate-survey|renewal-plan|worklist-state)',
  'features/certificates/use-worklist',
  'lib/zoned-days',
]
const anyOf = (patterns: readonly string[]) =>
  new RegExp(`[\\\\/](${patterns.join('|').replaceAll('/', '[\\\\/]')})\\.m?[jt]sx?$`)

/**
 * Few, large chunks: on a slow line every further round trip costs more than the bytes it saves, and on any a page of many
 * files starts late. `main` is what the first requests need, `app` what the first screen draws with, `form` what the
 * sign-in page and the first dialog add to it, `parts` what pages and their dialogs share, `fleet` and `renewals` what
 * the fleet's pages add to that, `plant-page` a plant's page but for its charts, `dialog` what every dialog stands in; each with all that it
 * imports. (`mutationOptions` is one line; with the dialogs it would bring their chunk to pages without one.)
 */
const chunkGroups = [
  { name: 'main', test: /src[\\/]main\.tsx$/, priority: 4 },
  { name: 'app', test: /src[\\/]app\.tsx$|[\\/]mutationOptions\.js$/, priority: 3 },
  {
    name: 'form',
    test: /src[\\/](routes[\\/]sign-in\.tsx|features[\\/]session[\\/]sign-in-form|ui[\\/](text|password)-field)/,
    priority: 2,
  },
  { name: 'parts', test: anyOf(sharedParts), priority: 2 },
  { name: 'dialog', test: /src[\\/]ui[\\/]dialog\.tsx$/, priority: 2 },
  { name: 'fleet', test: anyOf(sharedByFleetPages), priority: 1 },
  { name: 'renewals', test: anyOf(sharedRenewals), priority: 0 },
  {
    name: 'plant-page',
    test: /src[\\/]routes[\\/]_app\.plants\.\$plantId(\.(index|alerts|security))?\.tsx/,
    priority: 0,
  },
]

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
