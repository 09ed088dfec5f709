import { expect, test } from '../support/fixtures'
import { SecretSearch } from '../support/secret-search'

const token = 'canary-token-0123456789'

for (const path of [
  `/sign-in#access_token=${token}&token_type=bearer`,
  `/sign-in?code=${token}`,
  `/sign-in?redirect=%2Fplants%23id_token%3D${token}`,
  `/plants?access_token=${token}&q=a`,
  `/plants/no-such-plant/energy#id_token=${token}`,
  `/no-such-page?code=${token}#refresh_token=${token}`,
]) {
  test(`a token in ${path.replaceAll(token, '…')} is removed and never used`, async ({
    page,
    organization,
    provokes,
  }) => {
    provokes(/status of 40[04]/)
    const org = await organization({ plants: 1 })
    const search = new SecretSearch(page)
    const requests: string[] = []
    page.on('request', (request) => {
      if (!request.isNavigationRequest()) {
        requests.push(request.url(), JSON.stringify(request.headers()), request.postData() ?? '')
      }
    })
    await page.goto('/sign-in?redirect=/plants')
    await page.goto(path)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    expect(await search.find(token)).toEqual([])
    if (await page.getByRole('button', { name: 'Sign in' }).isVisible()) {
      await org.fillSignIn(page)
      await expect(page.getByRole('button', { name: 'Sign out' })).toBeVisible()
    }
    expect(await search.find(token)).toEqual([])
    expect(requests.join()).not.toContain(token)
    await page.goBack()
    await page.goForward()
    expect(page.url()).not.toContain(token)
  })
}

test('a token that is typed into the address of an open page is removed', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 1 })
  await org.open(page, '/plants?sort=name')
  await page.evaluate((hash) => location.assign(hash), `#access_token=${token}`)
  // What the page shows stays.
  await expect(page).toHaveURL(/\/plants\?sort=name$/)
  await page.getByRole('link', { name: /^Certificates/ }).click()
  await expect(page).toHaveTitle('Certificates · Plantdeck')
  expect(await new SecretSearch(page).find(token)).toEqual([])
})
