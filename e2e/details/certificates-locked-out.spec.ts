import type { Page } from '@playwright/test'
import { certifiedPlant, offline, riskSummary, riskyPlants } from '../support/certificates'
import { type Verdict, expiredFleet } from '../support/expired-fleet'
import { expect, test } from '../support/fixtures'
import { hourMs } from '../support/instants'
import { Random } from '../support/random'

/** Returns what the table says about each plant, by name. */
async function verdicts(page: Page): Promise<Map<string, string>> {
  const table = page.getByRole('table', { name: 'Certificates at risk' })
  const texts = await table.getByRole('row').allInnerTexts()
  return new Map(
    texts.flatMap((text): [string, string][] => {
      const [name] = /Plant \d{3}/.exec(text) ?? []
      // "May be locked out: can’t tell" is neither.
      const said =
        /can’t tell/.exec(text) ?? /Locked out|Not trying to connect|Online|Offline/.exec(text)
      return name === undefined ? [] : [[name, said?.[0] ?? text]]
    }),
  )
}

test('distinguishes plants that are locked out from plants without power', async ({
  page,
  organization,
}) => {
  const { org, plants, stop } = await expiredFleet(organization, new Random(12))
  const listed = plants.filter(({ story }) => story.verdict !== null)
  const count = (verdict: Verdict) => listed.filter(({ story }) => story.verdict === verdict).length
  expect(listed.length).toBeGreaterThan(50)
  await org.open(page, '/certificates')
  await expect(riskyPlants(page)).toHaveCount(listed.length)
  await expect(page.getByText('not read yet')).toHaveCount(0)
  const truth = new Map(listed.map(({ name, story }) => [name, story.verdict]))
  expect(await verdicts(page)).toEqual(truth)
  await expect(riskSummary(page)).toContainText(
    `${listed.length} of them expired): ${listed.length - 2} need a site visit (${count('Locked out')} locked out, ${count('Not trying to connect')} not trying to connect, ${count('can’t tell')} may be locked out: can’t tell)`,
  )
  await stop()
})

for (const hours of [3, -3]) {
  test(`is never wrong about a plant when the only clock is ${hours} hours ahead`, async ({
    page,
    organization,
  }) => {
    const { org, plants, stop } = await expiredFleet(organization, new Random(13), { copies: 1 })
    await org.takeClock(page, { time: Date.now() + hours * hourMs })
    await org.open(page, '/certificates')
    await expect(riskyPlants(page).first()).toBeVisible()
    await expect(page.getByText('not read yet')).toHaveCount(0)
    const said = await verdicts(page)
    expect([...said.values()]).toContain('Not trying to connect')
    for (const { name, story } of plants) {
      expect(said.get(name), name).not.toBe(story.hasPower ? 'Not trying to connect' : 'Locked out')
    }
    await stop()
  })
}

test('cannot tell in an organization where no plant tries to connect', async ({
  page,
  organization,
}) => {
  const names = ['Plant 001', 'Plant 002', 'Plant 003']
  const org = await organization({ rows: names.map((name) => certifiedPlant(name, -2, offline())) })
  await org.open(page, '/certificates')
  await expect(riskSummary(page)).toContainText(
    '3 of them expired): 3 need a site visit (3 may be locked out: can’t tell) ·',
  )
  expect([...(await verdicts(page)).values()]).toEqual(names.map(() => 'can’t tell'))
})
