/** Modules that several pages share, as paths below `src`. */
export const sharedParts = [
  'api/certificates',
  'api/commands',
  'api/energy',
  'api/outcome-messages',
  'api/plant-cache',
  'api/plant-mutations',
  'api/plant-readings',
  'api/send-command',
  'api/stated-grace',
  'domain/actions/consequences',
  'domain/actions/later-reading',
  'domain/actions/plant-actions',
  'domain/certificates/certificate-change',
  'domain/commands/command-answer',
  'domain/commands/command-status',
  'domain/commands/command-time',
  'domain/commands/history-coverage',
  'domain/credentials/first-contact',
  'domain/plant/metadata-attribute',
  'domain/plant/metadata-values',
  'domain/plant/plant-name',
  'domain/problems/plant-problems',
  'domain/problems/problem-rules',
  'domain/runs/run-document',
  'domain/runs/run-eligibility',
  'domain/runs/run-words',
  'domain/status/connection-kind',
  'fleet/calm-subscription',
  'fleet/opened-from',
  'fleet/recent-plants',
  'lib/cadence',
  'lib/countdown',
  'lib/file-name',
  'lib/fold-text',
  'lib/hex-digits',
  'lib/person-store',
  'lib/table-export/export-table',
  'lib/text-parameter',
  'lib/utc-offset',
  'ui/checkbox',
  'ui/combo-field',
  'ui/copy-button',
  'ui/empty-state',
  'ui/export-buttons',
  'ui/facts',
  'ui/filters-button',
  'ui/json-field',
  'ui/long-text',
  'ui/missing-line',
  'ui/page-class',
  'ui/panel',
  'ui/save-file',
  'ui/time-of-day',
  'ui/titled-section',
  'ui/use-media',
  'ui/use-row-window',
]

/** Modules that pages over the whole fleet add to those. */
export const sharedByFleetPages = [
  'domain/fleet/facet-shares',
  'domain/fleet/facet-values',
  'domain/fleet/filter-text',
  'domain/fleet/list-columns',
  'domain/fleet/plant-selection',
  'fleet/find-plants',
  'fleet/fleet-scan',
  'fleet/read-fleet',
  'fleet/text-hits',
  'fleet/use-fleet',
  'fleet/use-fleet-plants',
  'fleet/use-fleet-scan',
  'fleet/use-fleet-view',
  'fleet/use-saved-views',
  'plant-ui/fleet-notices',
  'plant-ui/fleet-reach-line',
  'plant-ui/no-plants-yet',
]

/** Modules that the overview and the page of certificates add to those. */
export const sharedRenewals = [
  'domain/renewals/certificate-survey',
  'domain/renewals/renewal-plan',
  'domain/renewals/worklist-state',
  'features/certificates/use-worklist',
  'lib/zoned-days',
]

/** Small modules that pages and dialogs share: a file for each would weigh more than they do, in names and requests. */
export const sharedSmall = [
  'api/plant-write-schemas',
  'attempts/next-reading',
  'domain/actions/confirmation',
  'domain/actions/typed-proof',
  'features/runs/why-no-runs',
  'lib/json-layout',
  'lib/shell-word',
  'lib/sorted-json',
  'lib/table-export/cell-columns',
  'lib/unsaved-runs-text',
  'plant-ui/typed-proof-field',
  'ui/discard-question',
  'ui/finding',
  'ui/focus-it',
  'ui/text-area',
]

const sourceFiles = (paths: readonly string[]) =>
  `src[\\\\/](${paths.join('|').replaceAll('/', '[\\\\/]')})\\.tsx?$`

/** The library has a module for each icon. */
const sharedIcons = String.raw`[\\/]icons[\\/](ban|bell-off|bookmark|funnel-x)\.mjs$`
const smallIcons = String.raw`[\\/]icons[\\/](monitor|moon|rotate-ccw-clock|user-lock)\.mjs$`

/**
 * Few, large chunks: on a slow line every further round trip costs more than the bytes it saves, and on any line a page
 * that is split into many files starts late. `main` is what the first requests need, `app` what the first screen draws
 * with, `form` what the sign-in page and the first dialog add to it, `companions` and `quiet` what every page and the
 * shell load once the page is quiet, `parts` what pages and their dialogs share, `fleet` and `renewals` what the fleet's
 * pages add to that, `plant-page` a plant's page but for its charts, `dialog` what every dialog needs, `small` what some of
 * them share; each with all that it imports. (`mutationOptions` is one line; with the dialogs it would bring their chunk to
 * pages without one.)
 */
export const chunkGroups = [
  { name: 'main', test: /src[\\/]main\.tsx$/, priority: 7 },
  { name: 'app', test: /src[\\/]app\.tsx$|[\\/]mutationOptions\.js$/, priority: 6 },
  {
    name: 'form',
    test: /src[\\/](routes[\\/]sign-in\.tsx|features[\\/]session[\\/]sign-in-form|ui[\\/](text|password)-field)/,
    priority: 5,
  },
  { name: 'parts', test: new RegExp(`${sourceFiles(sharedParts)}|${sharedIcons}`), priority: 3 },
  { name: 'companions', test: /src[\\/]routes[\\/]-page-companions\.tsx$/, priority: 4 },
  {
    name: 'quiet',
    test: /src[\\/]features[\\/]shell[\\/](app-shell-later|certificate-alarm-code|organization-code)\.tsx?$/,
    priority: 1,
  },
  { name: 'dialog', test: /src[\\/]ui[\\/]dialog\.tsx$/, priority: 3 },
  { name: 'fleet', test: new RegExp(sourceFiles(sharedByFleetPages)), priority: 2 },
  { name: 'renewals', test: new RegExp(sourceFiles(sharedRenewals)), priority: 1 },
  {
    name: 'plant-page',
    test: /src[\\/]routes[\\/]_app\.plants\.\$plantId(\.(index|alerts|security))?\.tsx/,
    priority: 1,
  },
  { name: 'small', test: new RegExp(`${sourceFiles(sharedSmall)}|${smallIcons}`), priority: 0 },
]
