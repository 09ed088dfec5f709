// In-memory plants behind the documented operations. Nothing here misbehaves: `backend.ts` decides how often and when an
// operation is executed, and what is answered.
import { randomBytes, randomUUID } from 'node:crypto'
import { issueCertificate } from './certificate'

/** A plant as the API shows it. */
interface PlantRecord extends Record<string, unknown> {
  id: string
  name: string
  serialNumber: string
  type: string
  status: string
  authMethod: string
  lifecycleStatus: string
  organizationId: string | null
  templateId: string | null
}

type Body = Record<string, unknown>

/** A refusal as the contract documents it. */
export class Refusal extends Error {
  readonly status: number
  readonly code: string

  constructor(status: number, code: string, message: string) {
    super(message)
    this.status = status
    this.code = code
  }
}

const commandDefaults = { payload: null, response: null, responseStatus: null, ackedAt: null }

/** The plants of one backend, the latest command of each first. */
export class PlantRecords {
  readonly plants = new Map<string, PlantRecord>()
  /** Lifecycle after a revocation; the contract also speaks of decommissioned plants. */
  revokedAs = 'REVOKED'
  private readonly commands = new Map<string, Body[]>()
  private readonly packages = new Map<string, Body>()

  add(members: Body = {}): PlantRecord {
    const now = new Date().toISOString()
    const plant = {
      id: randomUUID(),
      name: 'BESS Chomutov',
      serialNumber: 'MB-1',
      type: 'CONTROLLER',
      status: 'ONLINE',
      lifecycleStatus: 'PENDING',
      authMethod: 'MTLS',
      authFailureCount: 0,
      lastAuthFailureAt: null,
      lastSeenAt: null,
      activatedAt: null,
      certificateExpiresAt: null,
      certificateFingerprint: null,
      certificateSerialNumber: null,
      secretRotatedAt: null,
      organizationId: null,
      templateId: null,
      template: null,
      metadata: null,
      createdAt: now,
      updatedAt: now,
      ...members,
    }
    this.plants.set(plant.id, plant)
    return plant
  }

  find(id: string): PlantRecord {
    const plant = this.plants.get(id)
    if (!plant) throw new Refusal(404, 'PLANT_NOT_FOUND', 'Plant not found')
    return plant
  }

  create(body: Body): PlantRecord {
    const isTaken = [...this.plants.values()].some((one) => one.serialNumber === body.serialNumber)
    if (isTaken) throw new Refusal(409, 'PLANT_ALREADY_EXISTS', 'The serial number is taken')
    return this.add({ ...body, status: 'UNKNOWN' })
  }

  update(id: string, body: Body): PlantRecord {
    return this.change(id, body)
  }

  remove(id: string): Body {
    this.find(id)
    this.plants.delete(id)
    return { message: 'Plant deleted' }
  }

  suspend(id: string): Body {
    this.expect(id, ['ACTIVE', 'PROVISIONED'])
    this.change(id, { lifecycleStatus: 'SUSPENDED' })
    return { message: 'Plant suspended' }
  }

  reactivate(id: string): Body {
    this.expect(id, ['SUSPENDED'])
    this.change(id, { lifecycleStatus: 'ACTIVE' })
    return { message: 'Plant reactivated' }
  }

  revoke(id: string): Body {
    this.expect(id, ['PROVISIONED', 'ACTIVE', 'SUSPENDED'])
    this.change(id, { lifecycleStatus: this.revokedAs })
    return { message: 'Plant revoked' }
  }

  async provision(id: string): Promise<Body> {
    const { authMethod } = this.find(id)
    const { pem, keyPem, ...listed } = await issueCertificate(id)
    this.change(id, { lifecycleStatus: 'PROVISIONED', secretRotatedAt: null, ...listed })
    const topic = (name: string) => `cpi/${id}/${name}`
    const issued = {
      plantId: id,
      authMethod,
      mqtt: {
        broker: 'broker.example',
        port: 8883,
        topics: {
          telemetry: topic('telemetry'),
          commands: topic('commands'),
          ack: topic('ack'),
          status: topic('status'),
        },
      },
      security: { caCert: pem, clientCert: pem, clientKey: keyPem, hmacSecret: secret() },
    }
    this.packages.set(id, issued)
    return issued
  }

  download(id: string): Body {
    this.find(id)
    const issued = this.packages.get(id)
    if (!issued) throw new Refusal(400, 'BAD_REQUEST', 'No package is available')
    return issued
  }

  /** Rotates as often as it is asked: the contract doesn't say that a second rotation is refused. */
  rotateSecret(id: string): Body {
    this.change(id, { secretRotatedAt: new Date().toISOString() })
    return { hmacSecret: secret(), gracePeriodMinutes: 60 }
  }

  issueToken(id: string): Body {
    if (this.find(id).authMethod !== 'TOKEN') {
      throw new Refusal(400, 'BAD_REQUEST', 'The plant does not authenticate with tokens')
    }
    const inAnHour = new Date(Date.now() + 3_600_000).toISOString()
    return { token: `header.${secret()}.signature`, expiresAt: inAnHour }
  }

  send(id: string, { command, payload = {} }: Body): Body {
    this.find(id)
    const now = new Date().toISOString()
    const record = { id: randomUUID(), cmdId: randomUUID(), plantId: id, command, payload }
    const entry = { ...commandDefaults, ...record, sentAt: now, createdAt: now }
    this.commands.set(id, [entry, ...this.commandsOf(id)])
    return entry
  }

  commandsOf(id: string): readonly Body[] {
    return this.commands.get(id) ?? []
  }

  private expect(id: string, states: readonly string[]): void {
    const { lifecycleStatus } = this.find(id)
    if (states.includes(lifecycleStatus)) return
    throw new Refusal(400, 'BAD_REQUEST', `Not possible while the plant is ${lifecycleStatus}`)
  }

  private change(id: string, members: Body): PlantRecord {
    const plant = { ...this.find(id), ...members, updatedAt: new Date().toISOString() }
    this.plants.set(id, plant)
    return plant
  }
}

const secret = () => randomBytes(24).toString('base64url')
