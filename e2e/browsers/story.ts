// An administrator's day, written once and played in every engine.
import assert from 'node:assert/strict'
import { X509Certificate, createPrivateKey } from 'node:crypto'
import { z } from 'zod'
import type { Person } from './person.ts'
import type { Scene } from './scene.ts'

interface Chapter {
  name: string
  play: (scene: Scene) => Promise<void>
}

const packageSchema = z.object({
  plantId: z.string(),
  security: z.object({ caCert: z.string(), clientCert: z.string(), clientKey: z.string() }),
})

const dark = 'rgb(13, 15, 19)'
const background = 'getComputedStyle(document.documentElement).backgroundColor'

export const story: readonly Chapter[] = [
  {
    name: 'signs in and sees the plants',
    play: async ({ person, organization }) => {
      await person.goTo('/plants')
      await person.signIn(organization.users.admin)
      await person.reads('FVE Zlín', 'OVERVIEW-1', '1–20 of 30')
    },
  },
  {
    name: 'sees a focus ring around each control',
    play: async ({ person }) => {
      const names = new Set<string>()
      for (let step = 0; step < 8; step += 1) {
        await person.press('Tab')
        const { name, hasRing } = await person.focus()
        assert.ok(hasRing, `no ring around “${name}”`)
        names.add(name)
      }
      assert.ok(names.size >= 6, `the keyboard reaches only ${[...names].join(', ')}`)
    },
  },
  {
    name: 'opens a plant and each of its tabs',
    play: async ({ person, plantId }) => {
      await person.click('link', 'FVE Zlín', { exact: true })
      await person.isAt(new RegExp(`/plants/${plantId}$`))
      await person.sees('heading', 'FVE Zlín')
      await person.reads('9007199254740993', 'West', 'Timeline')
      await person.sees('img', 'Map around')
      await person.click('link', 'Alerts')
      await person.reads('Inverter too hot', 'Resolved')
      await person.click('link', 'Energy', { exact: true })
      await person.sees('img', 'Bar chart: Produced')
      await person.sees('img', 'Flow diagram:')
      await person.reads('UTC day')
      await person.click('link', 'Security', { exact: true })
      await person.sees('button', 'Provision', { exact: true })
      await person.goTo(`/plants/${plantId}`)
      await person.isAt(new RegExp(`/plants/${plantId}$`))
    },
  },
  {
    name: 'goes back and reloads',
    play: async ({ person, plantId }) => {
      await person.back()
      await person.isAt(/\/security$/)
      await person.sees('button', 'Provision', { exact: true })
      await person.reload()
      await person.sees('button', 'Provision', { exact: true })
      await person.isAt(new RegExp(`/plants/${plantId}/security$`))
    },
  },
  {
    name: 'creates a plant, and confirms before Back discards typed text',
    play: async ({ person }) => {
      await person.goTo('/plants')
      await person.click('button', 'New plant', { exact: true })
      await person.fill('Name', 'FVE Kolín')
      await person.back()
      await person.click('button', 'Keep editing')
      await person.fill('Serial number', 'STORY-1')
      await person.choose('Type', 'Gateway')
      await person.fill('Metadata', '{ "meter": 9007199254740993 }')
      await person.click('button', 'Create plant', { exact: true })
      await person.isAt(/\/plants\/[\da-f-]{36}\/security$/)
      await person.sees('heading', 'FVE Kolín')
    },
  },
  {
    name: 'provisions the plant and saves its files',
    play: async ({ person }) => {
      await person.click('button', 'Provision', { exact: true })
      await person.click('button', 'Provision plant', { exact: true })
      await person.reads('6 of 6 checks passed')
      const whole = await person.saves('Download JSON')
      assert.equal(whole.name, 'STORY-1-package.json')
      const { security } = packageSchema.parse(JSON.parse(whole.text))
      assert.deepEqual(await person.saves('Save ca.crt'), { name: 'ca.crt', text: security.caCert })
      const certificate = await person.saves('Save client.crt')
      const key = await person.saves('Save client.key')
      const config = await person.saves('Save config.json')
      assert.equal(certificate.text, security.clientCert)
      assert.equal(key.text, security.clientKey)
      assert.ok(!config.text.includes('PRIVATE KEY'))
      const read = new X509Certificate(certificate.text)
      assert.ok(read.checkPrivateKey(createPrivateKey(key.text)))
      await person.click('button', 'I have stored it')
      await person.seesNo('dialog')
      await person.reads('Waiting for first contact', read.fingerprint256)
    },
  },
  {
    name: 'copies the ID and finds the plant by it',
    play: async ({ person, plantId }) => {
      await person.goTo(`/plants/${plantId}`)
      await person.click('button', 'Copy ID', { exact: true })
      await person.press('Control', 'k')
      await person.sees('combobox', 'Search plants')
      await person.press('Control', 'v')
      await person.sees('option', 'FVE Kolín')
      await person.press('Escape')
      await person.seesNo('dialog')
    },
  },
  {
    name: 'suspends and reactivates the plant',
    play: async ({ person, organization }) => {
      await organization.connectPlant(await openPlantId(person))
      await person.click('button', 'Refresh now', { exact: true })
      await person.reads('Online', 'Active')
      await person.click('button', 'Suspend', { exact: true })
      await person.reads('STORY-1')
      await person.click('button', 'Suspend plant', { exact: true })
      await person.reads('Suspended FVE Kolín')
      await person.click('button', 'Reactivate', { exact: true })
      await person.click('button', 'Reactivate plant', { exact: true })
      await person.reads('Reactivated FVE Kolín')
    },
  },
  {
    name: 'edits the plant, and confirms before Back discards typed text',
    play: async ({ person }) => {
      await person.click('button', 'Edit', { exact: true })
      await person.fill('Name', 'FVE Kolin 2')
      await person.back()
      await person.click('button', 'Keep editing')
      assert.equal((await person.sees('textbox', 'Name', { exact: true })).value, 'FVE Kolin 2')
      await person.click('button', 'Save', { exact: true })
      await person.sees('heading', 'FVE Kolin 2')
      await person.seesNo('dialog')
    },
  },
  {
    name: 'opens a plant from the palette',
    play: async ({ person, plantId }) => {
      await person.press('Control', 'k')
      await person.sees('combobox', 'Search plants')
      await person.type('zlin')
      await person.sees('option', 'FVE Zlín')
      await person.press('Enter')
      await person.isAt(new RegExp(`/plants/${plantId}$`))
      await person.seesNo('dialog')
    },
  },
  {
    name: 'chooses the dark theme, and keeps it after a reload',
    play: async ({ person }) => {
      await person.click('button', 'View', { exact: true })
      await person.click('menuitem', 'Dark')
      await person.seesNo('menu')
      assert.equal(await person.evaluate(background), dark)
      await person.reload()
      await person.sees('heading', 'FVE Zlín')
      assert.equal(await person.evaluate(background), dark)
    },
  },
  {
    name: 'opens each page on a phone without sideways scrolling',
    play: async ({ person, plantId }) => {
      await person.resize(390, 844)
      for (const path of ['/plants', ...parts.map((part) => `/plants/${plantId}${part}`)]) {
        await person.goTo(path)
        await person.sees('button', 'Sign out')
        await person.sees('heading', path === '/plants' ? 'Plants' : 'FVE Zlín')
        assert.equal(await person.overflowPx(), 0, `${path} scrolls sideways`)
      }
      await person.resize(1440, 900)
    },
  },
  {
    name: 'signs out, and sees no data after Back',
    play: async ({ person, plantId }) => {
      await person.goTo(`/plants/${plantId}`)
      await person.sees('heading', 'FVE Zlín')
      await person.click('button', 'Sign out', { exact: true })
      await person.sees('button', 'Sign in', { exact: true })
      await person.back()
      await person.isAt(/^\/sign-in\?redirect=/)
      await person.sees('button', 'Sign in', { exact: true })
      assert.ok(!(await person.text()).includes('FVE Zlín'))
    },
  },
]

/** Returns the id of the plant whose page is open. */
async function openPlantId(person: Person): Promise<string> {
  const path = z.string().parse(await person.evaluate('location.pathname'))
  return path.split('/')[2] ?? ''
}

export const parts = ['', '/alerts', '/energy', '/security']
