import { runOperation } from './test-operations'
import { pointClientAt, respondWith, startServer } from './test-server'

/** Returns a function that reads texts one after the other through one server. */
export async function reader(operation: string) {
  let text = ''
  const server = await startServer((response) => respondWith(response, 200, text))
  pointClientAt(server.url)
  return (body: unknown) => {
    text = typeof body === 'string' ? body : JSON.stringify(body)
    return runOperation(operation)
  }
}
