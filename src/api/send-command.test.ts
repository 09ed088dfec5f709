import { QueryClient } from '@tanstack/react-query'
import { expect, it } from 'vitest'
import { commandQueries } from './commands'
import { sendCommand } from './send-command'

const variables = {
  plantId: 'p1',
  targetKey: null,
  body: { command: 'HOLD' },
  notAfterMs: Number.POSITIVE_INFINITY,
}

it('makes every page of the plant’s history outdated, and discards a reading from before', async () => {
  const client = new QueryClient()
  const { queryKey: first } = commandQueries.page('p1', 1)
  const { queryKey: short } = commandQueries.first('p1')
  const { queryKey: other } = commandQueries.page('p2', 1)
  const page = { data: [], unreadableRows: 0, meta: { hasNext: false } }
  for (const queryKey of [first, short, other]) client.setQueryData<unknown>(queryKey, page)
  let isDiscarded = false
  const reading = client.query({
    queryKey: first,
    queryFn: ({ signal }) =>
      new Promise<never>(() => signal.addEventListener('abort', () => (isDiscarded = true))),
  })
  reading.catch(() => undefined)
  await sendCommand.onSettled?.(undefined, null, variables, undefined, { client, meta: undefined })
  const outdated = [first, short, other].map((key) => client.getQueryState(key)?.isInvalidated)
  expect(outdated).toEqual([true, true, false])
  expect(isDiscarded).toBe(true)
})
