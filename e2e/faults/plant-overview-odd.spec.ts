import { fact } from '../support/fact'
import { expect, test } from '../support/fixtures'
import { fullPlant, mapOf, timelineOf } from '../support/full-plant'
import { removeCode } from '../support/lost-code'

test('shows which facts of a plant are not given', async ({ page, organization }) => {
  const id = crypto.randomUUID()
  const none = { latitude: null, longitude: null, capacityKwh: null, fvePeakPowerKwp: null }
  const row = { id, name: 'Bare', serialNumber: 'B-1', plantWithLoad: null, esiState: null }
  const org = await organization({ rows: [{ ...row, ...none, metadata: '{}' }] })
  await org.open(page, `/plants/${id}`)
  const absent = ['Position', 'Peak power', 'Battery capacity', 'With load', 'ESI state', 'Tag']
  for (const label of absent) await expect(fact(page, label)).toHaveText('Not given')
  await expect(fact(page, 'ESM link')).toHaveText('Not linked')
  await expect(fact(page, 'Template')).toHaveText('None assigned')
  await expect(page.getByText('No template is assigned')).toBeVisible()
  await expect(page.getByText('This plant has no metadata.')).toBeVisible()
  await expect(mapOf(page)).toHaveCount(0)
  await expect(timelineOf(page)).toContainText('Created')
})

test('reports impossible positions without drawing a map', async ({ page, organization }) => {
  const ids = [crypto.randomUUID(), crypto.randomUUID(), crypto.randomUUID()]
  const places = [
    { latitude: 95, longitude: 17.66 },
    { latitude: 0, longitude: 0 },
    { latitude: 49.2, longitude: null },
  ]
  const rows = ids.map((id, at) => ({ id, name: `P${at}`, serialNumber: `P-${at}`, ...places[at] }))
  const org = await organization({ rows })
  const drawings: string[] = []
  page.on('request', (request) => {
    if (request.url().includes('/site-map-drawing')) drawings.push(request.url())
  })
  await org.open(page, `/plants/${ids[0]}`)
  await expect(fact(page, 'Position')).toContainText(/95, 17\.66.*isn’t a place on Earth/s)
  await page.goto(`/plants/${ids[1]}`)
  await expect(fact(page, 'Position')).toContainText('The position was probably never entered')
  await page.goto(`/plants/${ids[2]}`)
  await expect(fact(page, 'Position')).toContainText(/49\.2, –.*The longitude is missing/s)
  await expect(mapOf(page)).toHaveCount(0)
  // Drawing a map on any of the three pages would load its code first.
  expect(drawings).toEqual([])
})

test('shows template members and metadata of unknown shapes as text', async ({
  page,
  organization,
}) => {
  const id = crypto.randomUUID()
  const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
  const hostile = `{"__proto__":{"x":1},"deep":${deep},"<img src=x>":"\\u202Ey"}`
  const row = { id, name: 'Odd', serialNumber: 'O-1', metadata: hostile }
  const org = await organization({ rows: [row] })
  const signals = [{ volts: 5 }, 'soc', null, { key: 'a', bit: '3', __other: [1] }]
  const actions = [{ do: 'x' }, { command: 'GO', payload: 'now' }]
  const template = { id: 't', name: 'Odd one', type: 'FRIDGE', level: 'CELL', signals, actions }
  const plain = await org.read<{ metadata: unknown }>(`/plants/${id}`)
  const { metadata: _, ...rest } = plain
  const body = `{"metadata":${hostile},${JSON.stringify({ ...rest, template }).slice(1)}`
  await org.fault({ path: `/plants/${id}$`, kind: 'response', body, times: 20 })
  await org.open(page, `/plants/${id}`)
  await expect(fact(page, 'Device type')).toHaveText('FRIDGE')
  await expect(fact(page, 'Level')).toHaveText('CELL')
  const rows = page.getByRole('table', { name: 'Signals' }).getByRole('row')
  await expect(rows.nth(1)).toHaveText('{"volts":5} unknown shape')
  await expect(rows.nth(2)).toHaveText('"soc" unknown shape')
  await expect(rows.nth(3)).toHaveText('null unknown shape')
  await expect(rows.nth(4)).toContainText('{"bit":"3","__other":[1]}')
  await expect(page.getByRole('row', { name: /GO/ })).toContainText('"now"')
  const tree = page.getByRole('region', { name: 'Metadata as tree' })
  await expect(tree.getByText('__proto__')).toBeVisible()
  await expect(tree.getByText('<img src=x>')).toBeVisible()
  await expect(tree.getByText('‹U+202E›')).toBeVisible()
  await expect(tree.getByText('1 more, see the text')).toBeAttached()
  await page.getByRole('button', { name: 'Text', exact: true }).click()
  await expect(page.getByText('copy it to see the rest')).toBeVisible()
})

test('the rest of the page stays when the code of the map is missing', async ({
  page,
  organization,
  provokes,
}) => {
  provokes(/status of 404|dynamically imported module/)
  const org = await organization({ plants: 30 })
  await removeCode(page, 'site-map-drawing')
  await org.open(page, `/plants/${await fullPlant(org)}`)
  await expect(page.getByText('Couldn’t load the map.')).toBeVisible()
  await expect(fact(page, 'Position')).toContainText('49.2244° N, 17.6628° E')
  await page.unrouteAll()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('Couldn’t load the map.')).toHaveCount(0)
})
