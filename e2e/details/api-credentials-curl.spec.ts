import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { generate, openProfile, record } from '../support/accounts'
import { allowClipboard, clipboardText } from '../support/clipboard'
import { expect, test } from '../support/fixtures'
import { onePlant } from '../support/one-plant'

const run = promisify(execFile)

test('the copied lines work in one shell, one after the other', async ({
  page,
  context,
  organization,
}) => {
  await allowClipboard(context)
  const { id, rows } = onePlant({ name: 'FVE „Žatec“' })
  const org = await organization({ rows })
  const { username } = org.users.operator
  await org.open(page, '/plants')
  await openProfile(page, username)
  const dialog = await generate(page, username)
  const copies = dialog.getByRole('button', { name: /^Copy line: / })
  await expect(copies).toHaveCount(4)
  const lines: string[] = []
  for (const copy of await copies.all()) {
    await copy.click()
    await expect.poll(() => clipboardText(page)).not.toBe(lines.at(-1))
    lines.push(await clipboardText(page))
  }
  const { clientPassword, clientId, clientSecret } = await record(page, dialog)
  // The first one asks for the secrets; a test has no terminal.
  const [, token, call, refresh] = lines
  const { stdout, stderr } = await run(
    'bash',
    ['-c', [token, call, 'echo', refresh, call, 'echo'].join('\n')],
    {
      env: {
        ...process.env,
        CLIENT_PASSWORD: clientPassword,
        CLIENT_ID: clientId,
        CLIENT_SECRET: clientSecret,
      },
    },
  )
  expect(stderr).toBe('')
  const [first, before, second, after] = stdout.trimEnd().split('\n')
  expect([first, second]).toEqual(['Tokens set.', 'Tokens set.'])
  for (const answer of [before, after]) {
    expect(JSON.parse(answer ?? '')).toMatchObject({ data: [{ id, name: 'FVE „Žatec“' }] })
  }
})
