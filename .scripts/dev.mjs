// `npm run dev`: Vite with hot reload, in front of the embedded platform or of API_URL.
import { join } from 'node:path'
import { ensureDependencies } from './install.mjs'
import { defaultPort, requireFreePort } from './port.mjs'
import { sandboxArgs, serve } from './serve.mjs'
import { home, runScript, say } from './step.mjs'

const vite = [join('node_modules', 'vite', 'bin', 'vite.js'), ...process.argv.slice(2)]
const apiUrl = process.env.API_URL

await runScript(async () => {
  if (apiUrl === undefined || apiUrl === '') {
    await requireFreePort(
      defaultPort,
      `Stop it, or use it as the backend: API_URL=http://localhost:${defaultPort} npm run dev`,
    )
    await ensureDependencies()
    say(`Starting Vite and the embedded platform on port ${defaultPort}`)
    serve([[...sandboxArgs, '--data', join(home, '.data'), '--port', String(defaultPort)], vite])
    return
  }
  await ensureDependencies()
  say(`Starting Vite in front of ${apiUrl}`)
  serve([vite])
})
