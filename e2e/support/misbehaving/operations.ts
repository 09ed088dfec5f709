import type { PlantRecords } from './plant-records'

type Body = Record<string, unknown>

/** One request to the API. */
interface Asked {
  plantId: string
  query: URLSearchParams
  body: Body
}

interface Route {
  method: string
  path: RegExp
  run: (records: PlantRecords, asked: Asked) => unknown
}

const plant = (rest = '') => new RegExp(`^/plants/([^/]+)${rest}$`)

/** Operations that change something, by the contract's names. */
export const changes = {
  createPlant: {
    method: 'POST',
    path: /^\/plants$/,
    run: (records, { body }) => records.create(body),
  },
  updatePlant: {
    method: 'PATCH',
    path: plant(),
    run: (records, { plantId, body }) => records.update(plantId, body),
  },
  deletePlant: {
    method: 'DELETE',
    path: plant(),
    run: (records, { plantId }) => records.remove(plantId),
  },
  suspendPlant: post('/suspend', (records, { plantId }) => records.suspend(plantId)),
  reactivatePlant: post('/reactivate', (records, { plantId }) => records.reactivate(plantId)),
  revokePlant: post('/revoke', (records, { plantId }) => records.revoke(plantId)),
  provisionPlant: post('/provision', (records, { plantId }) => records.provision(plantId)),
  rotateSecret: post('/rotate-secret', (records, { plantId }) => records.rotateSecret(plantId)),
  issueMqttToken: post('/mqtt-token', (records, { plantId }) => records.issueToken(plantId)),
  sendCommand: post('/commands', (records, { plantId, body }) => records.send(plantId, body)),
} as const satisfies Record<string, Route>

/** Name of an operation that changes something. */
export type Change = keyof typeof changes

const reads: readonly Route[] = [
  get(/^\/plants$/, (records, { query }) => page([...records.plants.values()], query)),
  get(/^\/plants\/certificate-stats$/, (records) => statsOf(records)),
  get(plant(), (records, { plantId }) => ({
    ...records.find(plantId),
    alerts: [],
    plantGroups: [],
  })),
  get(plant('/commands'), (records, { plantId, query }) =>
    page(records.commandsOf(records.find(plantId).id), query),
  ),
  get(plant('/provision/download'), (records, { plantId }) => records.download(plantId)),
  get(plant('/energy/today'), (records, { plantId }) => {
    records.find(plantId)
    const date = new Date().toISOString().slice(0, 10)
    return { date, produced: 0, imported: 0, exported: 0, selfConsumptionPct: null }
  }),
]

/** Returns the operation that a request asks for; `change` is undefined for reads. */
export function operationOf(
  method: string,
  path: string,
): { change: Change | undefined; plantId: string; run: Route['run'] } | undefined {
  const named = Object.entries(changes) as [Change, Route][]
  const all = [...named, ...reads.map((route) => [undefined, route] as const)]
  for (const [change, route] of all) {
    const match = route.method === method ? route.path.exec(path) : null
    if (match) return { change, plantId: match[1] ?? '', run: route.run }
  }
  return undefined
}

function post(step: string, run: Route['run']): Route {
  return { method: 'POST', path: plant(step), run }
}

function get(path: RegExp, run: Route['run']): Route {
  return { method: 'GET', path, run }
}

function page(rows: readonly Body[], query: URLSearchParams): Body {
  const [number, limit] = [Number(query.get('page') ?? 1), Number(query.get('limit') ?? 20)]
  const method = query.get('authMethod')
  const found = rows.filter(({ authMethod }) => method === null || authMethod === method)
  return {
    data: found.slice((number - 1) * limit, number * limit),
    meta: {
      page: number,
      limit,
      total: found.length,
      totalPages: Math.ceil(found.length / limit),
    },
  }
}

function statsOf({ plants }: PlantRecords): Body {
  const active = [...plants.values()].filter((one) => one.certificateSerialNumber).length
  return {
    active,
    expiringSoon: 0,
    expired: 0,
    revoked: 0,
    nextRenewalAt: null,
    atRiskPlants: [],
  }
}
