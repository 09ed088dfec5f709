/** The Content-Security-Policy names one Trusted Types policy. Import a worker's address with `?worker&url`. */
import { basePath } from './base-path'

/** Name of the Trusted Types policy, as in the Content-Security-Policy (`src/deployment.md`). */
export const workerPolicyName = 'plantdeck-worker'

/** Thrown when the browser or the Content-Security-Policy doesn't allow a worker; the work must be done on the page. */
export class WorkerNotAllowedError extends Error {
  override readonly name = 'WorkerNotAllowedError'

  constructor(cause: unknown) {
    super('The browser doesn’t allow a background worker.', { cause })
  }
}

interface TrustedTypeFactory {
  createPolicy: (
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ) => { createScriptURL: (url: string) => string }
}

let policy: ReturnType<TrustedTypeFactory['createPolicy']> | undefined

/** Starts a module worker. Throws `WorkerNotAllowedError`; one that can't be loaded sends an `error` event first. */
export function startOwnWorker(url: string): Worker {
  try {
    return new Worker(trusted(url), { type: 'module' })
  } catch (error) {
    throw new WorkerNotAllowedError(error)
  }
}

function trusted(url: string): string {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- missing from TypeScript's library
  const { trustedTypes } = globalThis as { trustedTypes?: TrustedTypeFactory }
  if (trustedTypes === undefined) return ownWorkerFile(url)
  policy ??= trustedTypes.createPolicy(workerPolicyName, {
    createScriptURL: (given) => ownWorkerFile(given),
  })
  return policy.createScriptURL(url)
}

interface Build {
  pageUrl: string
  base: string
  isDev: boolean
}

const thisBuild = (): Build => ({
  pageUrl: location.href,
  base: basePath,
  isDev: import.meta.env.DEV,
})

/** Returns the absolute URL of a script in this build's `assets/` folder. Throws TypeError for any other address. */
export function ownWorkerFile(url: string, { pageUrl, base, isDev }: Build = thisBuild()): string {
  const { origin, pathname, href } = new URL(url, pageUrl)
  const isHere = origin === new URL(pageUrl).origin && pathname.startsWith(base)
  const file = pathname.slice(base.length)
  // The development server has no `assets/` folder: it serves workers from `src/`.
  const isWorkerFile = isDev ? file.startsWith('src/') : /^assets\/[\w-][\w.-]*\.js$/.test(file)
  if (isHere && isWorkerFile) return href
  throw new TypeError(`${url} is not a worker of this application.`)
}
