import { randomUUID } from 'node:crypto'
import { button } from '../support/dialogs'
import { changes, editDialog, editField, readPlant, changeBodies } from '../support/edit-plant'
import { expect, test } from '../support/fixtures'
import { sidewaysOverflow } from '../support/sideways-overflow'
import { expectNoViolations } from '../support/violations'

test('renaming sends only the name and the current authentication method', async ({
  page,
  organization,
}) => {
  const id = randomUUID()
  const row = { id, name: 'FVE Tábor', serialNumber: 'E-1', authMethod: 'TOKEN', type: 'GATEWAY' }
  const org = await organization({ rows: [row] })
  const bodies = changeBodies(page)
  await org.open(page, `/plants/${id}`)
  await page.getByRole('button', { name: 'Edit' }).click()
  await expect(page).toHaveURL(/action=edit/)
  await expect(editField(page, 'Name')).toBeFocused()
  await expect(editField(page, 'Authentication method')).toHaveValue('TOKEN')
  await editField(page, 'Name').fill('  FVE Tábor – hala 4 ')
  await button(page, 'Save').click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FVE Tábor – hala 4')
  await expect(editDialog(page)).toHaveCount(0)
  await expect(page).not.toHaveURL(/action/)
  await expect(page.getByText('Saved')).toBeVisible()
  expect(bodies.map((body) => JSON.parse(body) as unknown)).toEqual([
    { authMethod: 'TOKEN', name: 'FVE Tábor – hala 4' },
  ])
  expect(await readPlant(org, id)).toMatchObject({ authMethod: 'TOKEN', type: 'GATEWAY' })
})

test('unlinks the ESM and the template, and offers templates of other plants', async ({
  page,
  organization,
}) => {
  const org = await organization({ plants: 12 })
  const list = await org.read<{
    data: { id: string; name: string; templateId: string | null; template: { name: string } }[]
  }>('/plants')
  const linked = list.data.find(({ templateId }) => templateId !== null)
  const id = linked?.id ?? ''
  await org.changePlant(id, { externalPlantId: 'ESM-77' })
  const bodies = changeBodies(page)
  await org.open(page, '/plants')
  await page.getByRole('link', { name: linked?.name ?? '' }).click()
  await page.getByRole('button', { name: 'Edit' }).click()
  await expect(editField(page, 'Template')).toHaveValue(linked?.templateId ?? '')
  await editField(page, 'External plant ID').fill('')
  await expect(editField(page, 'External plant ID')).toHaveAccessibleDescription(
    /^Saving unlinks the plant/,
  )
  await editField(page, 'Template').selectOption('No template')
  await expect(editField(page, 'Template')).toHaveAccessibleDescription(
    /^Saving removes the template/,
  )
  await button(page, 'Save').click()
  await expect(page.getByText('Saved')).toBeVisible()
  expect(JSON.parse(bodies[0] ?? '')).toMatchObject({ externalPlantId: null, templateId: null })
  expect(await readPlant(org, id)).toMatchObject({ externalPlantId: null, templateId: null })
  await page.getByRole('button', { name: 'Edit' }).click()
  await expect(editField(page, 'Template')).toHaveValue('')
  await editField(page, 'Template').selectOption(linked?.template.name ?? '')
  await button(page, 'Save').click()
  await expect.poll(() => readPlant(org, id)).toMatchObject({ templateId: linked?.templateId })
})

test('saves metadata byte for byte, and reports syntax errors by line and column', async ({
  page,
  organization,
}) => {
  const id = randomUUID()
  const metadata = '{"meter":9007199254740993,"k":1,"k":2.50,"__proto__":{}}'
  const org = await organization({ rows: [{ id, name: 'Meters', serialNumber: 'E-2', metadata }] })
  const bodies = changeBodies(page)
  await org.open(page, `/plants/${id}?action=edit`)
  await expect(editField(page, 'Metadata')).toHaveValue(metadata)
  await editField(page, 'Metadata').fill('{\n  "a": 1\n  "b": 2\n}')
  await button(page, 'Save').click()
  await expect(editField(page, 'Metadata')).toHaveAccessibleDescription(
    /Line 3, column 3: a comma is missing\./,
  )
  await editField(page, 'Metadata').fill(' ')
  await expect(editField(page, 'Metadata')).toHaveAccessibleDescription(
    /Enter {} for an empty object/,
  )
  await editField(page, 'Metadata').fill('[1]')
  await expect(editField(page, 'Metadata')).toHaveAccessibleDescription(/Must be a JSON object/)
  expect(bodies).toEqual([])
  const changed = `{ "n": 12345678901234567890.10, ${metadata.slice(1)}`
  await editField(page, 'Metadata').fill(changed)
  await button(page, 'Save').click()
  await expect(page.getByText('Saved')).toBeVisible()
  expect(bodies).toEqual([`{"authMethod":"MTLS","metadata":${changed}}`])
  expect(await (await org.call('GET', `/plants/${id}`)).text()).toContain(`"metadata":${changed}`)
  await expect(page.getByRole('alert').filter({ hasText: 'The server also changed' })).toHaveCount(
    0,
  )
})

test('sends nothing without changes, and leaves values the API does not accept untouched', async ({
  page,
  organization,
}) => {
  const id = randomUUID()
  const row = {
    id,
    name: 'N'.repeat(140),
    serialNumber: '',
    type: 'FRIDGE',
    authMethod: 'X509',
    metadata: '{\r\n"k": 1}',
    externalPlantId: 'ESM',
  }
  const org = await organization({ rows: [row] })
  const bodies = changeBodies(page)
  await org.open(page, `/plants/${id}?action=edit`)
  await expect(editField(page, 'Type')).toHaveValue('FRIDGE')
  await expect(editField(page, 'Authentication method')).toHaveValue('X509')
  await expect(editField(page, 'Authentication method')).toHaveAccessibleDescription(
    /authentication method cannot be sent/,
  )
  await editField(page, 'Metadata').focus()
  await editField(page, 'Name').focus()
  await button(page, 'Save').click()
  await expect(editDialog(page)).toContainText('There are no changes to save.')
  expect(bodies).toEqual([])
  await editField(page, 'External plant ID').fill('ESM-2')
  await button(page, 'Save').click()
  await expect(page.getByText('Saved')).toBeVisible()
  expect(bodies).toEqual(['{"externalPlantId":"ESM-2"}'])
})

test('explains the consequences of another authentication method before saving', async ({
  page,
  organization,
}) => {
  const id = randomUUID()
  const org = await organization({ rows: [{ id, serialNumber: 'E-3', authMethod: 'TOKEN' }] })
  await org.open(page, `/plants/${id}?action=edit`)
  await editField(page, 'Authentication method').selectOption('MTLS')
  await expect(editField(page, 'Authentication method')).toHaveAccessibleDescription(
    /must be re-provisioned.*saving disconnects it/,
  )
  await button(page, 'Save').click()
  await expect(page.getByText('Saved')).toBeVisible()
  expect(await readPlant(org, id)).toMatchObject({ authMethod: 'MTLS' })
})

test('Escape and Cancel ask before they discard changes', async ({ page, organization }) => {
  const id = randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'E-4' }] })
  await org.open(page, `/plants/${id}`)
  await page.getByRole('button', { name: 'Edit' }).click()
  await expect(editField(page, 'Name')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(editDialog(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Edit' }).click()
  await editField(page, 'Name').fill('Other')
  await page.keyboard.press('Escape')
  await expect(editDialog(page).getByRole('alert').filter({ hasText: 'Discard' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Keep editing' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(editField(page, 'Name')).toHaveValue('Other')
  await page.getByRole('button', { name: 'Cancel' }).click()
  await page.getByRole('button', { name: 'Discard' }).click()
  await expect(editDialog(page)).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FVE Tábor')
  expect(await changes(org)).toHaveLength(0)
})

test('asks before Back discards changes', async ({ page, organization }) => {
  const id = randomUUID()
  const row = { id, name: 'FVE Zlín', serialNumber: 'E-1', lifecycleStatus: 'ACTIVE' }
  const org = await organization({ rows: [row] })
  await org.open(page, `/plants/${id}`)
  await page.getByRole('button', { name: 'Edit', exact: true }).click()
  const name = page.getByLabel('Name', { exact: true })
  await name.fill('FVE Zlín II')
  await page.goBack()
  await expect(page.getByRole('alert').filter({ hasText: 'Discard changes?' })).toBeVisible()
  await page.getByRole('button', { name: 'Keep editing' }).click()
  await expect(name).toHaveValue('FVE Zlín II')
  await page.goBack()
  await page.getByRole('button', { name: 'Discard', exact: true }).click()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('FVE Zlín')
})

test('explains why an operator cannot edit a plant', async ({ page, organization }) => {
  const id = randomUUID()
  const org = await organization({ rows: [{ id, name: 'FVE Tábor', serialNumber: 'E-5' }] })
  await org.open(page, `/plants/${id}`, 'operator')
  const reason = 'Only administrators can edit plants.'
  const edit = page.getByRole('button', { name: 'Edit' })
  await expect(edit).toHaveAccessibleDescription(reason)
  await edit.focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.goto(`/plants/${id}?action=edit`)
  await expect(button(page, 'Save')).toHaveAccessibleDescription(reason)
})

for (const width of ['', ' @phone']) {
  test(`axe finds no violations in a form full of errors${width}`, async ({
    page,
    organization,
  }) => {
    const id = randomUUID()
    const row = { id, name: 'FVE Tábor', serialNumber: 'E-6', externalPlantId: 'ESM-1' }
    const org = await organization({ rows: [row] })
    await org.open(page, `/plants/${id}?action=edit`, 'superadmin')
    await editField(page, 'Name').fill('')
    await editField(page, 'Metadata').fill('{')
    await editField(page, 'Authentication method').selectOption('PASSWORD')
    await editField(page, 'External plant ID').fill('')
    await button(page, 'Save').click()
    await expect(editField(page, 'Name')).toHaveAccessibleDescription('Required.')
    await expectNoViolations(page, 'edit with errors')
    expect(await sidewaysOverflow(page)).toBe(0)
  })
}
