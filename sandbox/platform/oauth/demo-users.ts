import { hashPassword } from './passwords'
import type { Role } from './roles'
import type { Database } from '#sandbox/platform/database/open-database'

/** Published password of the demo users. */
const demoPassword = 'plantdeck-demo'

/** ID of the dashboard's public client, which has no secret. */
const dashboardClientId = 'plantdeck'

interface DemoOrganization {
  id: string
  name: string
  users: readonly (readonly [username: string, role: Role])[]
}

/** Organization that owns the fleet of `--plants`. */
export const demoEnergy: DemoOrganization = {
  id: '7d1e6c1a-0c56-4b0e-9a53-5b6f7a3d1001',
  name: 'Demo Energy',
  users: [
    ['superadmin', 'super-admin'],
    ['admin', 'admin'],
    ['operator', 'operator'],
    ['support', 'support'],
  ],
}

/** Second organization, to check that organizations cannot see each other. */
export const otherEnergy: DemoOrganization = {
  id: '7d1e6c1a-0c56-4b0e-9a53-5b6f7a3d1002',
  name: 'Other Energy',
  users: [['other-admin', 'admin']],
}

/** Demo passwords are published, so they are valid only on loopback. */
export function allowedIsDemoValues({ isLoopback }: { isLoopback: boolean }): readonly number[] {
  return isLoopback ? [0, 1] : [0]
}

/** Creates the missing organizations, the dashboard's client and, on loopback, the demo users. */
export async function ensureDemoPeople(
  database: Database,
  isLoopback: boolean,
  now: Date,
): Promise<void> {
  const createdAt = now.toISOString()
  await database
    .insertInto('clients')
    .values({ id: dashboardClientId, name: 'Dashboard', secretHash: null, createdAt })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
  for (const { id, name, users } of [demoEnergy, otherEnergy]) {
    await database
      .insertInto('organizations')
      .values({ id, name, accessTokenSeconds: null, createdAt })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
    if (isLoopback) await ensureUsers(database, id, users, createdAt)
  }
}

async function ensureUsers(
  database: Database,
  organizationId: string,
  users: DemoOrganization['users'],
  createdAt: string,
): Promise<void> {
  const usernames = users.map(([username]) => username)
  const found = await database
    .selectFrom('users')
    .where('username', 'in', usernames)
    .select('username')
    .execute()
  const existing = new Set(found.map(({ username }) => username))
  const missing = users.filter(([username]) => !existing.has(username))
  const values = await Promise.all(
    missing.map(async ([username, role]) => ({
      id: crypto.randomUUID(),
      username,
      passwordHash: await hashPassword(demoPassword),
      role,
      organizationId,
      isDemo: 1,
      createdAt,
      disabledAt: null,
      lastSignInAt: null,
    })),
  )
  if (values.length > 0) await database.insertInto('users').values(values).execute()
}
