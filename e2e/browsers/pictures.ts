// Takes screenshots of every page, light and dark, in desktop and phone size, so that people can compare the engines.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Scene } from './scene.ts'
import { parts } from './story.ts'

const sizes = [
  { width: 1440, height: 900 },
  { width: 390, height: 844 },
]
const dialogs = ['edit', 'suspend', 'revoke', 'delete', 'provision', 'move']

/** Saves screenshots of all pages to a folder. */
export async function takePictures(scene: Scene, folder: string): Promise<void> {
  const { person, organization, plantId } = scene
  mkdirSync(folder, { recursive: true })
  await person.goTo('/plants')
  await person.sees('button', 'Sign in', { exact: true })
  writeFileSync(join(folder, 'sign-in.png'), await person.screenshot())
  await person.signIn(organization.users.superadmin)
  const plant = `/plants/${plantId}`
  const pages = [
    { name: 'plants', path: '/plants' },
    { name: 'new-plant', path: '/plants?create=true' },
    ...parts.map((part) => ({ name: `plant${part.replace('/', '-')}`, path: plant + part })),
    ...dialogs.map((action) => ({ name: `ask-${action}`, path: `${plant}?action=${action}` })),
    { name: 'nowhere', path: '/nowhere' },
  ]
  for (const theme of ['Light', 'Dark']) {
    await person.resize(1440, 900)
    await person.goTo('/plants')
    await person.click('button', 'View', { exact: true })
    await person.click('menuitem', theme)
    for (const { width, height } of sizes) {
      await person.resize(width, height)
      for (const { name, path } of pages) {
        await person.goTo(path)
        await person.sees('heading', '')
        await person.settles()
        const file = `${name}-${theme.toLowerCase()}-${width}.png`
        writeFileSync(join(folder, file), await person.screenshot())
      }
    }
  }
  await person.resize(1440, 900)
}
