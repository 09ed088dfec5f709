import { confirmButton } from '../support/dialogs'
import { expect, test } from '../support/fixtures'
import { openSecurity, provisioned, confirmStored } from '../support/issuing'
import { SecretSearch } from '../support/secret-search'

test('finds a planted secret in every kind of storage', async ({ page, organization }) => {
  const org = await organization({ plants: 1 })
  const search = new SecretSearch(page)
  const secret = 'planted-secret-4711'
  await org.open(page, '/plants')
  expect(await search.find(secret)).toEqual([])
  await page.evaluate(async (planted) => {
    localStorage.setItem('a', `x${planted}`)
    sessionStorage.setItem('b', planted)
    history.replaceState({ ...history.state, planted }, '', `#${planted}`)
    document.title = planted
    document.body.append(Object.assign(document.createElement('input'), { value: planted }))
    console.log('note', planted)
    const open = indexedDB.open('planted', 1)
    open.addEventListener('upgradeneeded', () => open.result.createObjectStore('s'))
    await new Promise((resolve) => open.addEventListener('success', resolve))
    const put = open.result.transaction('s', 'readwrite').objectStore('s').put([{ planted }], 1)
    await new Promise((resolve) => put.addEventListener('success', resolve))
    open.result.close()
  }, secret)
  expect(await search.find(secret)).toEqual([
    'localStorage',
    'sessionStorage',
    'IndexedDB',
    'address',
    'title',
    'document',
    'document',
    // The router reads the address.
    'components',
    'console',
  ])
  const serialNumber = await page.getByRole('row').nth(1).getByRole('cell').nth(1).innerText()
  expect(await search.find(serialNumber)).toContain('queries')
})

test("finds a secret in pending mutations and in components' refs", async ({
  page,
  organization,
}) => {
  const { id, rows } = provisioned()
  const org = await organization({ rows })
  const search = new SecretSearch(page)
  await openSecurity(page, org, id)
  expect(await search.find(id)).not.toContain('mutations')
  const release = await org.hold({ path: 'provision$', method: 'POST' })
  await page.getByRole('button', { name: 'Provision', exact: true }).click()
  await confirmButton(page).click()
  await expect.poll(() => search.find(id)).toContain('mutations')
  await release()
  await confirmStored(page)

  const secret = 'planted-secret-4712'
  expect(await search.find(secret)).toEqual([])
  expect(await page.evaluate(plantInRef, secret)).toBe(true)
  expect(await search.find(secret)).toEqual(['components'])
})

interface Fiber {
  memoizedState: { memoizedState?: unknown; next?: unknown } | null
  child: Fiber | null
  sibling: Fiber | null
}

/** Runs in the page: puts a text into the first ref that it finds in a component. */
function plantInRef(text: string): boolean {
  const root = document.querySelector('#root')
  const entry = Object.entries(root ?? {}).find(([key]) => key.startsWith('__reactContainer'))
  const first = entry?.[1] as { stateNode: { current: Fiber } } | undefined
  const waiting = [first?.stateNode.current]
  while (waiting.length > 0) {
    const fiber = waiting.pop()
    if (!fiber) continue
    const kept = fiber.memoizedState?.memoizedState
    if (typeof kept === 'object' && kept !== null && 'current' in kept) {
      Object.assign(kept, { planted: { deep: [text] } })
      return true
    }
    waiting.push(fiber.sibling ?? undefined, fiber.child ?? undefined)
  }
  return false
}
