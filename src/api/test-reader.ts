import { runOperation } from './test-operations'
import { answerWith, pointClientAt, startServer } from './test-server'

/** Returns a function that reads texts one after the other through one server. */
export async function reader(operation: string) {
  let text = ''
  const server = await startServer((response) => answerWith(response, 200, text))
  pointClientAt(server.url)
  return (answer: unknown) => {
    text = typeof answer === 'string' ? answer : JSON.stringify(answer)
    return runOperation(operation)
  }
}
