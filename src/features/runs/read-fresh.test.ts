import type { QueryClient } from '@tanstack/react-query'
import { expect, it, vi } from 'vitest'
import { readFresh } from './read-fresh'
import { ApiError } from '@/api/errors'
import { createQueryClient } from '@/api/query-client'

const queryKey = ['plants', 'p']

/** Returns options whose readings wait until each is answered, in their order. */
function heldReadings() {
  const answers: ((data: string) => void)[] = []
  const queryFn = () => new Promise<string>((resolve) => answers.push(resolve))
  return { options: { queryKey, queryFn }, answers }
}

const begun = (answers: readonly unknown[], count: number) =>
  vi.waitFor(() => expect(answers).toHaveLength(count))
const cancel = (client: QueryClient) => client.cancelQueries({ queryKey })

it('reads again even if it was read before, or is being read', async () => {
  const client = createQueryClient()
  client.setQueryData(queryKey, 'old')
  const { options, answers } = heldReadings()
  void client.query({ ...options, staleTime: 0 })
  await begun(answers, 1)
  const startMs = Date.now()
  const reading = readFresh(client, options)
  await begun(answers, 2)
  answers[0]?.('begun before')
  answers[1]?.('new')
  const { data, readAtMs } = await reading
  expect(data).toBe('new')
  expect(readAtMs).toBeGreaterThanOrEqual(startMs)
})

it.each([
  ['with nothing known', undefined],
  ['with something known before', 'old'],
])('reads again when it is cancelled, %s', async (_what, known) => {
  const client = createQueryClient()
  client.setQueryData(queryKey, known, { updatedAt: 1 })
  const { options, answers } = heldReadings()
  const reading = readFresh(client, options)
  await begun(answers, 1)
  await cancel(client)
  await begun(answers, 2)
  answers[1]?.('new')
  expect((await reading).data).toBe('new')
})

it('never takes what was known before for a reading', async () => {
  const client = createQueryClient()
  client.setQueryData(queryKey, 'old', { updatedAt: 1 })
  const { options, answers } = heldReadings()
  const reading = readFresh(client, options).catch((error: unknown) => error)
  for (const count of [1, 2, 3]) {
    await begun(answers, count)
    await cancel(client)
  }
  expect(await reading).toBeInstanceOf(Error)
})

it('leaves it to the run to wait after too many requests', async () => {
  const limited = new ApiError('getPlant', 429, { retryAfterMs: 0 })
  const queryFn = vi.fn<() => Promise<string>>().mockRejectedValue(limited)
  await expect(readFresh(createQueryClient(), { queryKey, queryFn })).rejects.toBe(limited)
  expect(queryFn).toHaveBeenCalledTimes(1)
})

it('tries once more when the server fails', async () => {
  vi.spyOn(Math, 'random').mockReturnValue(0)
  const queryFn = vi.fn<() => Promise<string>>().mockResolvedValue('new')
  queryFn.mockRejectedValueOnce(new ApiError('getPlant', 503, {}))
  const { data } = await readFresh(createQueryClient(), { queryKey, queryFn })
  expect(data).toBe('new')
  vi.restoreAllMocks()
})
