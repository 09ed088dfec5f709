import { setImmediate as nextTurn } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { encodePlants } from './page-columns'
import type { EncodedPage } from './page-encoder'
import { type PassProgress, noProgress, readPass } from './read-pass'
import { ApiError } from '@/api/errors'
import { readPageMeta } from '@/api/page-meta'

interface ServerOptions {
  meta?: boolean
  /** Number of times that a page fails. */
  fails?: Map<number, number>
  error?: Error
}

/** A list of plants by number, served in pages of two. */
function serve(total: number, options: ServerOptions = {}) {
  const { meta = true, fails = new Map<number, number>(), error } = options
  const asked: number[] = []
  let [underWay, maxUnderWay] = [0, 0]
  async function read(page: number): Promise<EncodedPage> {
    asked.push(page)
    underWay += 1
    maxUnderWay = Math.max(maxUnderWay, underWay)
    await nextTurn()
    underWay -= 1
    const left = fails.get(page) ?? 0
    fails.set(page, left - 1)
    if (left > 0) throw error ?? new Error(`page ${page}`)
    const rows = Math.max(0, Math.min(2, total - (page - 1) * 2))
    const said = meta ? { total, totalPages: Math.ceil(total / 2) } : undefined
    return {
      columns: encodePlants([], page),
      rows,
      unreadableRows: 0,
      meta: readPageMeta(said, { page, limit: 2 }, rows),
    }
  }
  const onPage = ({ rows }: EncodedPage) => rows
  return {
    asked,
    most: () => maxUnderWay,
    run: (progress: PassProgress = noProgress(), maxPlants = 100) =>
      readPass({ read, onPage, progress, limit: 2, concurrency: 3, maxPlants }),
  }
}

describe('readPass', () => {
  it('reads the first page alone, and the others a few at a time', async () => {
    const list = serve(13)
    expect(await list.run()).toBe(true)
    expect(list.asked).toEqual([1, 2, 3, 4, 5, 6, 7])
    expect(list.most()).toBe(3)
  })

  it.each([[0], [1]])('reads one page of a list of %d', async (total) => {
    const list = serve(total)
    await list.run()
    expect(list.asked).toEqual([1])
  })

  it('continues after a full last page until a page shows the end', async () => {
    const list = serve(4)
    await list.run()
    expect(list.asked).toEqual([1, 2, 3])
  })

  it('reads page by page when the list does not state its length', async () => {
    const list = serve(5, { meta: false })
    await list.run()
    expect(list.asked).toEqual([1, 2, 3])
    expect(list.most()).toBe(1)
  })

  it('does not read a list that is too long', async () => {
    const list = serve(8)
    expect(await list.run(noProgress(), 7)).toBe(false)
    expect(list.asked).toEqual([1])
  })

  it('reads pages again that failed while others arrived, unless the error is permanent', async () => {
    const list = serve(13, { fails: new Map([[4, 1]]) })
    expect(await list.run()).toBe(true)
    expect(list.asked.filter((page) => page === 4)).toHaveLength(2)
    const refused = serve(13, {
      fails: new Map([[4, 1]]),
      error: new ApiError('listPlants', 403, {}),
    })
    await expect(refused.run()).rejects.toBeInstanceOf(ApiError)
  })

  it('rejects with the first error, and reads only the rest when it is resumed', async () => {
    const fails = new Map([[4, Infinity]])
    const list = serve(13, { fails })
    const progress = noProgress()
    await expect(list.run(progress)).rejects.toThrow('page 4')
    fails.clear()
    const before = [...progress.done]
    list.asked.length = 0
    await list.run(progress)
    expect(list.asked).toContain(4)
    expect(list.asked.filter((page) => before.includes(page))).toEqual([])
    expect(progress.done.size).toBeGreaterThanOrEqual(7)
  })
})
