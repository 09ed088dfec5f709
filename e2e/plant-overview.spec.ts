import { allowClipboard, clipboardText } from './support/clipboard'
import { fact } from './support/fact'
import { expect, test } from './support/fixtures'
import { facts, fullPlant, mapOf, metadata, timelineOf } from './support/full-plant'
import { dayMs, fromNow } from './support/instants'
import { sidewaysOverflow } from './support/sideways-overflow'
import { expectNoViolations } from './support/violations'

test("shows a plant's facts and position, and copies its identifiers and metadata", async ({
  page,
  context,
  organization,
}) => {
  await allowClipboard(context)
  const org = await organization({ plants: 30 })
  const plantId = await fullPlant(org)
  await org.open(page, `/plants/${plantId}`)
  const shown: Record<string, string | RegExp> = {
    ID: plantId,
    'Serial number': facts.serialNumber,
    'Organization ID': org.id,
    'External plant ID': 'ESM-77',
    Type: 'Gateway',
    Template: 'PV with battery and load',
    Groups: /West/,
    Description: 'Behind the dairy <b>',
    Tag: 'pilot',
    Position: '49.2244° N, 17.6628° E',
    'Peak power': '0 kWp',
    'Battery capacity': '1,250.5 kWh',
    'With load': 'No',
    'ESM link': 'Linked as ESM-77',
    'ESI state': 'PLC_READY',
    'Config enabled': 'Yes',
    Name: /PV with battery and load\s*Version 7\s*System/,
    'Device type': 'Cabinet',
    Level: 'Plant',
  }
  for (const [label, value] of Object.entries(shown)) {
    await expect(fact(page, label)).toHaveText(value, { useInnerText: true })
  }
  await expect(mapOf(page)).toHaveAccessibleName('Map around 49.2244° N, 17.6628° E, in Czechia')
  await expect(mapOf(page).getByText('Slovakia')).toBeVisible()
  const copies = {
    'Copy ID': plantId,
    'Copy serial number': facts.serialNumber,
    'Copy organization ID': org.id,
    'Copy external plant ID': 'ESM-77',
    'Copy position': '49.2244, 17.6628',
    'Copy metadata': metadata,
  }
  for (const [name, text] of Object.entries(copies)) {
    await page.getByRole('button', { name, exact: true }).click()
    await expect.poll(() => clipboardText(page)).toBe(text)
  }
  await expect(page.getByRole('status').filter({ hasText: 'Copied' }).first()).toBeAttached()
})

test("lists the template's signals and actions", async ({ page, organization }) => {
  const org = await organization({ plants: 30 })
  await org.open(page, `/plants/${await fullPlant(org)}`)
  const signals = page.getByRole('table', { name: 'Signals' })
  await expect(signals.getByRole('row')).toHaveCount(1 + 8)
  await expect(signals.getByRole('row', { name: /^PV power/ })).toHaveText(
    'PV power, featuredpvPowerKwkWavg, chart power, left axis ',
  )
  await expect(signals).not.toContainText('Smoke detector')
  await page.getByRole('button', { name: 'Show all 15 signals' }).click()
  await expect(signals.getByRole('row', { name: /^Smoke detector/ })).toContainText(
    'bit 4, alert when on',
  )
  const actions = page.getByRole('table', { name: 'Actions' })
  await expect(actions.getByRole('row', { name: /CONTINUOUS_CHARGE/ })).toContainText(
    '{"powerKw":20}',
  )
  await expect(actions.getByRole('row', { name: /HOLD/ })).toContainText('none')
})

test('shows metadata as a tree that the keyboard can collapse, and as the exact text', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 30 })
  await org.open(page, `/plants/${await fullPlant(org)}`)
  const tree = page.getByRole('region', { name: 'Metadata as tree' })
  await expect(tree.getByRole('listitem').filter({ hasText: /^meter/ })).toContainText(
    '9007199254740993',
  )
  await expect(tree.getByText('35.50')).toBeVisible()
  await expect(tree.getByText('(named again)')).toHaveCount(1)
  await tree.focus()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(tree.getByText('35.50')).toBeHidden()
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(tree.getByText('35.50')).toBeHidden()
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await expect(page.getByRole('region', { name: 'Metadata as text' })).toContainText(
    '{ "meter": 9007199254740993, "k": 1, "k": 2, "roof": { "angle": 35.50,',
  )
})

test('the timeline lists past and upcoming events, newest first', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 30 })
  const plantId = await fullPlant(org)
  await org.open(page, `/plants/${plantId}`)
  const entries = timelineOf(page).getByRole('listitem')
  await expect(entries).toHaveText([
    /^Certificate expires.*in 20.d/,
    'Now',
    /^Last seen/,
    /^Command sent reboot.*No acknowledgement recorded/,
    /^Command sent HOLD.*Acknowledged after 1\.4 s\. Response: OK/,
    /^Alert resolved Inverter too hot/,
    /^Alert acknowledged Inverter too hot.*By jana/,
    /^Alert raised: Error Inverter too hot/,
    /^Last authentication failure.*1,204 in all/,
    /^Last changed/,
    /^Secret rotated/,
  ])
  await expect(page.getByText('its 2 commands')).toBeVisible()
  await page.getByRole('button', { name: 'Show all 12' }).click()
  await expect(entries.last()).toHaveText(/^Created/)
  const many = Array.from({ length: 23 }, () => ({
    command: 'GET_INFO',
    sentAt: fromNow(-30 * dayMs),
  }))
  await org.addCommands(plantId, many)
  await page.getByRole('button', { name: 'Refresh now' }).click()
  await expect(page.getByText('20 of 25 commands')).toBeVisible()
})

for (const width of ['', ' @phone']) {
  test(`axe finds no violations, and the page does not scroll sideways${width}`, async ({
    page,
    organization,
  }) => {
    const org = await organization({ plants: 30 })
    await org.open(page, `/plants/${await fullPlant(org)}`)
    await expect(timelineOf(page)).toContainText('reboot')
    // The map isn't drawn until it is scrolled into view.
    await fact(page, 'Position').scrollIntoViewIfNeeded()
    await expect(mapOf(page)).toBeVisible()
    await expectNoViolations(page, 'overview')
    await page.getByRole('button', { name: 'Text', exact: true }).click()
    const text = page.getByRole('region', { name: 'Metadata as text' })
    await expectNoViolations(page, 'metadata as text', text)
    expect(await sidewaysOverflow(page)).toBe(0)
  })
}
