import { expect, it, test } from 'vitest'
import { pageInOther, switchOrganization } from './switch-organization'
import { createQueryClient } from '@/api/query-client'
import { organizationsKey } from '@/api/query-keys'

const list = [
  { id: 'o1', name: 'Demo Energy' },
  { id: 'o2', name: 'Other Energy' },
]

/** Switches to `o2` while the page is left; returns what was done, in order, and the list in the cache. */
async function switchAs(userAfter: string) {
  const done: string[] = []
  const queryClient = createQueryClient()
  let username = 'ada'
  const isSwitched = await switchOrganization(
    {
      session: { switchOrganization: (id) => void done.push(id) },
      queryClient,
      usernameNow: () => username,
      leavePage: async () => {
        done.push('left')
        username = userAfter
      },
    },
    'o2',
    list,
  )
  return { isSwitched, done, kept: queryClient.getQueryData(organizationsKey) }
}

it('leaves the page, then switches and keeps the list', async () => {
  expect(await switchAs('ada')).toEqual({
    isSwitched: true,
    done: ['left', 'o2'],
    kept: list,
  })
})

it('does nothing for a user who replaced the one who chose', async () => {
  expect(await switchAs('bob')).toEqual({
    isSwitched: false,
    done: ['left'],
    kept: undefined,
  })
})

test.each([
  ['/', '/'],
  ['/plants/', '/plants'],
  ['/plants/00d1/alerts', '/plants'],
  ['/certificates', '/certificates'],
  ['/commands/', '/commands'],
  ['/commands/new', '/commands'],
  ['/commands/runs/r1', '/commands'],
  ['/accounts/u1', '/accounts'],
  ['/elsewhere', '/'],
])('from %s, another organization opens at %s', (path, page) => {
  expect(pageInOther(path)).toBe(page)
})
