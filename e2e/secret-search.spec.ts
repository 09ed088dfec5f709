import { expect, test } from './fixtures'
import { SecretSearch } from './secret-search'

test('the search for secrets finds what is planted', async ({ page, organization }) => {
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
    'console',
  ])
  const serialNumber = await page.getByRole('row').nth(1).getByRole('cell').nth(1).innerText()
  expect(await search.find(serialNumber)).toContain('queries')
})
