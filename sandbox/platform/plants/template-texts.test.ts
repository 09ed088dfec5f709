import { expect, it } from 'vitest'
import { TemplateTexts } from './template-texts'
import type { Database } from '#sandbox/platform/database/open-database'
import { databaseForThisTest } from '#sandbox/proof/testing/test-plants'

const at = '2026-01-01T00:00:00.000Z'

async function addTemplates(database: Database, ids: readonly string[]): Promise<void> {
  const rows = ids.map((id) => ({
    id,
    name: `Template ${id}`,
    type: 'CABINET',
    level: 'PLANT',
    version: 1,
    isSystem: 1,
    signals: '[{"key":"power"}]',
    actions: '[]',
    createdAt: at,
    updatedAt: at,
  }))
  await database.insertInto('templates').values(rows).execute()
}

it('reads a template once', async () => {
  const { database } = databaseForThisTest()
  await addTemplates(database, ['a'])
  const texts = new TemplateTexts()
  const first = (await texts.read(database, ['a', null, 'a'])).get('a')
  expect(new TextDecoder().decode(first?.bytes)).toBe(first?.text)
  expect(JSON.parse(first?.text ?? '')).toMatchObject({
    name: 'Template a',
    isSystem: true,
    signals: [{ key: 'power' }],
    actions: [],
  })
  await database.deleteFrom('templates').execute()
  expect((await texts.read(database, ['a'])).get('a')).toBe(first)
})

it('has all templates of a page, also when it can’t keep more', async () => {
  const { database } = databaseForThisTest()
  const ids = Array.from({ length: 1_000 }, (_, index) => String(index))
  await addTemplates(database, [...ids, 'new', 'newer'])
  const texts = new TemplateTexts()
  await texts.read(database, ids)
  const [page, other] = await Promise.all([
    texts.read(database, ['0', 'new']),
    texts.read(database, ['1', 'newer']),
  ])
  expect([...page.keys()]).toEqual(['0', 'new'])
  expect([...other.keys()]).toEqual(['1', 'newer'])
})
