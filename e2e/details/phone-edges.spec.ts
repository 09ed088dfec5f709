import type { Locator } from '@playwright/test'
import { userIdOf } from '../support/accounts'
import { certifiedPlant } from '../support/certificates'
import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { dayMs, fromNow, hourMs } from '../support/instants'

async function edgesOf(locator: Locator): Promise<{ left: number; right: number }> {
  const { x, width } = (await locator.boundingBox()) ?? { x: NaN, width: NaN }
  return { left: Math.round(x), right: Math.round(x + width) }
}

test.describe('on a phone @phone', () => {
  test('the facts of an account begin at the same edge, and an ID below its label', async ({
    page,
    organization,
  }) => {
    const org = await organization({ plants: 1 })
    await page.setViewportSize({ width: 390, height: 844 })
    await org.open(page, `/accounts/${await userIdOf(org, 'support')}`, 'superadmin')
    const leftOf = async (label: string) => (await edgesOf(fact(page, label))).left
    const term = page.getByRole('term').filter({ hasText: 'User ID' })
    expect(await leftOf('User ID')).toBe((await edgesOf(term)).left)
    const edge = await leftOf('Role')
    expect(edge).toBeGreaterThan(await leftOf('User ID'))
    for (const label of ['State', 'Last sign-in', 'Created']) {
      expect(await leftOf(label), label).toBe(edge)
    }

    await page.setViewportSize({ width: 320, height: 844 })
    expect(await leftOf('Role')).toBe(await leftOf('User ID'))
    expect(await leftOf('Created')).toBe(await leftOf('User ID'))
  })

  test('the buttons of the attention queue end at the same edge, also beside a long link', async ({
    page,
    organization,
  }) => {
    const plant = (name: string, given: object) => {
      const state = { lifecycleStatus: 'ACTIVE', status: 'ONLINE', lastSeenAt: fromNow(0) }
      return { name, serialNumber: name, ...state, ...given }
    }
    const failing = { authFailureCount: 3, lastAuthFailureAt: fromNow(-hourMs) }
    const org = await organization({
      rows: [
        plant('A', failing),
        plant('B', failing),
        plant('C', { certificateExpiresAt: fromNow(-dayMs) }),
      ],
    })
    await page.setViewportSize({ width: 390, height: 844 })
    await org.open(page, '/')
    const buttons = page.getByRole('button', { name: /^Snooze: / })
    await expect(buttons).toHaveCount(2)
    await expect(page.getByRole('link', { name: /^Show all failures/ })).toBeVisible()
    const [first, second] = [await edgesOf(buttons.first()), await edgesOf(buttons.last())]
    expect(first).toEqual(second)
  })

  test('an entry of the audit log begins with its action, and has no empty lines', async ({
    page,
    organization,
  }) => {
    const org = await organization({ plants: 1 })
    await org.token('support')
    await org.open(page, `/accounts/${await userIdOf(org, 'support')}`, 'superadmin')
    const cells = page.getByRole('row').filter({ hasText: 'Signed in' }).getByRole('cell')
    await expect(cells.filter({ visible: true })).toHaveCount(3)
    const [time, action] = [await cells.first().boundingBox(), await cells.nth(1).boundingBox()]
    expect(action?.y).toBeLessThan(time?.y ?? 0)
  })
  test('the time left of a certificate ends at the same edge as its date', async ({
    page,
    organization,
  }) => {
    const org = await organization({ rows: [certifiedPlant('Expired', -400)] })
    await page.setViewportSize({ width: 390, height: 844 })
    await org.open(page, '/certificates')
    const cell = page.getByRole('row').filter({ hasText: 'S-Expired' }).getByRole('cell')
    const time = cell.filter({ hasText: /^Expired / })
    const { right } = await edgesOf(time)
    expect((await edgesOf(time.getByText(/^Expired /).last())).right).toBe(right)
  })
})
